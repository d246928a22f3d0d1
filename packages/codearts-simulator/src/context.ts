import * as v from "valibot";
import { invalidParameter, REFUSALS } from "./errors.ts";
import type { Answer } from "./exchange.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { SimulatorStore } from "./store.ts";
import type { TokenBook } from "./tokens.ts";
import type { SignInGuard } from "./sign-in-guard.ts";
import type { IpdProject, Person, Project, ScrumProject } from "./world/world-types.ts";

/** What a handler gets: the call, parsed, and the parts of the simulator that it works on. */
export type Context = {
  params: Record<string, string>;
  query: URLSearchParams;
  /** Parsed JSON; undefined where there was none. */
  body: unknown;
  requestId: string;
  now: number;
  /** Who calls; routes that need no token must not ask. */
  caller: () => Person;
  store: SimulatorStore;
  tokens: TokenBook;
  guard: SignInGuard;
  ipdPageLimit: number;
  recordRetentionDays: number;
  /** 32 hex digits, from the seed. */
  newId: () => string;
  /** Writes what was applied into the ledger. */
  record: (entry: Pick<LedgerEntry, "projectId" | "itemIds" | "fields"> & { planId?: string }) => LedgerEntry;
  /** Whether a partial failure was ordered for this item. */
  isFailing: (itemId: string) => boolean;
};

export type Route = {
  /** The name under which ledger and faults know the call. */
  operation: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path with `{parameters}`. */
  path: string;
  /** Needs no token. */
  isOpen?: boolean;
  handle: (context: Context) => Answer;
};

/** Parses a body; the first field that is wrong is named in the refusal. */
export function parseBody<Schema extends v.GenericSchema>(context: Context, schema: Schema): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, context.body);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw invalidParameter(`${v.getDotPath(issue) ?? "body"}: ${issue.message}`);
}

/** A whole number of the query. */
export function queryNumber(
  context: Context,
  { name, min, max, fallback }: { name: string; min: number; max: number; fallback?: number },
): number {
  const text = context.query.get(name);
  if (text === null && fallback !== undefined) return fallback;
  const value = text !== null && /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw REFUSALS.paging(name);
  return value;
}

/** Offset and limit of v4 lists: the offset is a multiple of the limit. */
export function pageOf<Item>(items: Item[], { offset, limit }: { offset: number; limit: number }): Item[] {
  if (offset % limit !== 0) throw REFUSALS.paging("offset is not a multiple of limit");
  return items.slice(offset, offset + limit);
}

const PROJECT_ID = /^[A-Za-z0-9]{32}$/;
const READ_ONLY_ROLE = 8;

/**
 * The project that the caller may see. Refuses others' projects as if they were forbidden, and unknown ones as missing.
 * @param rights `write` refuses viewers too
 */
export function projectOf(
  context: Context,
  { projectId = context.params["project_id"] ?? "", write = false }: { projectId?: string; write?: boolean } = {},
): Project {
  if (!PROJECT_ID.test(projectId)) throw invalidParameter("project_id");
  const project = context.store.project(projectId);
  if (project === undefined) throw REFUSALS.projectMissing();
  const membership = project.members.find(({ person }) => person.userId === context.caller().userId);
  if (membership === undefined || (write && membership.roleId === READ_ONLY_ROLE)) throw REFUSALS.noPermission();
  return project;
}

export function scrumProjectOf(context: Context, rights: { projectId?: string; write?: boolean } = {}): ScrumProject {
  const project = projectOf(context, rights);
  if (project.kind !== "scrum") throw REFUSALS.projectTypeNotAllowed();
  return project;
}

export function ipdProjectOf(context: Context, rights: { write?: boolean } = {}): IpdProject {
  const project = projectOf(context, rights);
  if (project.kind !== "ipd") throw REFUSALS.projectTypeNotAllowed();
  return project;
}

/** Text as CodeArts takes it: no characters of four bytes. */
export function ensureStorable(text: string): void {
  if (/[\u{10000}-\u{10FFFF}]/u.test(text)) throw REFUSALS.fourByteText();
}
