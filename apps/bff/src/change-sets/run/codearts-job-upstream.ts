import { LINK_FIELD } from "@gantry/api-contract";
import { ipdBatchVerdict, scrumBatchVerdict, type BatchVerdict } from "@gantry/codearts-contract";
import type { KnownProject } from "../../features/projects/from-upstream.ts";
import { findKnownProject } from "../../features/projects/use-cases.ts";
import type { Reader } from "../../features/reader.ts";
import type { Upstream } from "../../upstream/gateway.ts";
import type { UpstreamCall } from "../compile/calls.ts";
import { toIpdAttribute, toScrumItemChanges } from "../compile/to-arguments.ts";
import type { ChangeSetRecord } from "../ledger/records.ts";
import { openItemReads, type ItemReads } from "../../features/work-items/item-reads.ts";
import { type FoundItems, readItems } from "../../features/work-items/read-items.ts";
import { readScrumPlanIds } from "../../features/work-items/read-plan-ids.ts";
import { toFoundField, toFoundLink } from "./found.ts";
import type { JobUpstream, LookedRow, LookResult } from "./job-upstream.ts";
import type { Answer, Found } from "./judge.ts";
import { toReadFailure, toSendFailure } from "./upstream-failure.ts";

/** Writes are never given up half-way: giving up buys doubt. The client's own deadline ends them. */
const NEVER = new AbortController().signal;

type JobPlace = Pick<ChangeSetRecord, "projectId" | "projectKind" | "planId">;

/** CodeArts for one change set, as its owner may use it. */
export function createJobUpstream(upstream: Upstream, record: JobPlace): JobUpstream {
  const reader: Reader = { upstream, signal: NEVER };
  // Once for a going-over: who is in the project and what its statuses are called is not what is compared.
  const findPlace = once(async (): Promise<Place> => {
    const known = await findKnownProject(reader, record.projectId);
    return { known, reads: await openItemReads(reader, known) };
  });
  return {
    send: async (call, { beforeSend }) => {
      try {
        const verdictOf = await write(upstream, { call, record, beforeSend });
        return { kind: "answered", answerOf: (itemId) => toAnswer(verdictOf(itemId)) };
      } catch (error) {
        return toSendFailure(error, { items: call.itemIds.length });
      }
    },
    look: async (rows) => {
      try {
        for (const { itemId, itemType } of rows) noteCategory(upstream, { record, itemId, itemType });
        return await look(reader, { findPlace, record, rows });
      } catch (error) {
        const failure = toReadFailure(error);
        if (failure.kind === "sign-in") return failure;
        if (failure.kind === "passing") return { kind: "unreadable", retryAfterMs: failure.retryAfterMs };
        return { kind: "found", foundOf: () => ({ kind: "unreadable", refusal: failure.said }) };
      }
    },
  };
}

/** Remembers what the work gave; a failure is forgotten. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work().catch((error: unknown) => {
      running = null;
      throw error;
    });
    return running;
  };
}

/** The ledger knows each item's category, so it need not be looked for. */
function noteCategory(
  { learned }: Upstream,
  { record, itemId, itemType }: { record: JobPlace; itemId: string; itemType: string },
): void {
  if (record.projectKind === "ipd" && learned.categoryOf(itemId) === null) learned.noteCategory(itemId, itemType);
}

type Verdicts = (itemId: string) => BatchVerdict;

async function write(
  upstream: Upstream,
  { call, record, beforeSend }: { call: UpstreamCall; record: JobPlace; beforeSend: () => Promise<void> },
): Promise<Verdicts> {
  const { projectId } = record;
  const options = { signal: NEVER, beforeSend };
  const [firstId = ""] = call.itemIds;
  switch (call.kind) {
    case "link":
      await upstream.write("linkItems", { projectId, planId: record.planId ?? "", itemIds: call.itemIds }, options);
      return () => "applied";
    case "scrum-assign": {
      const args = { projectId, itemId: firstId, assigneeNumericId: call.assignedToId };
      const answer = await upstream.write("batchAssignItem", args, options);
      return (itemId) => scrumBatchVerdict(answer, itemId);
    }
    case "scrum-update": {
      const args = { projectId, itemId: firstId, changes: toScrumItemChanges(call.attributes) };
      await upstream.write("updateItem", args, options);
      return () => "applied";
    }
    case "ipd-update": {
      const args = { projectId, itemIds: call.itemIds, attribute: toIpdAttribute(call) };
      const answer = await upstream.write("batchUpdateIpdItems", args, options);
      return (itemId) => ipdBatchVerdict(answer, itemId);
    }
  }
}

function toAnswer(verdict: BatchVerdict): Answer {
  if (verdict === "applied") return { kind: "accepted" };
  // Neither seed gives a reason beside the id of a failed item.
  return { kind: verdict === "failed" ? "refused" : "doubt", code: null, message: null };
}

/** What reading work items of the project takes. */
type Place = { known: KnownProject; reads: ItemReads };

const NOTHING_READ: FoundItems = { items: new Map(), missing: new Set(), failed: new Map() };

async function look(
  reader: Reader,
  options: { findPlace: () => Promise<Place>; record: JobPlace; rows: readonly LookedRow[] },
): Promise<LookResult> {
  const { findPlace, record, rows } = options;
  const links = rows.filter((row) => row.field === LINK_FIELD);
  const edits = rows.filter((row) => row.field !== LINK_FIELD);
  const { projectId, planId } = record;
  const readEdited = async () => readItems(reader, { ...(await findPlace()), itemIds: edits.map((row) => row.itemId) });
  const [linkedIds, read] = await Promise.all([
    links.length === 0 || planId === null ? new Set<string>() : readScrumPlanIds(reader, { projectId, planId }),
    edits.length === 0 ? NOTHING_READ : readEdited(),
  ]);
  const failures = new Map([...read.failed].map(([itemId, error]) => [itemId, toReadFailure(error)]));
  const passing = [...failures.values()].find((failure) => failure.kind === "passing");
  if (links.length === 0 && read.items.size + read.missing.size === 0 && passing !== undefined) {
    return { kind: "unreadable", retryAfterMs: passing.retryAfterMs };
  }
  const foundOf = (row: LookedRow): Found => {
    if (row.field === LINK_FIELD) return toFoundLink(row, linkedIds);
    const item = read.items.get(row.itemId);
    if (item !== undefined) return toFoundField(row, item);
    const failure = failures.get(row.itemId);
    if (failure === undefined) return { kind: "missing" };
    return { kind: "unreadable", refusal: failure.kind === "refused" ? failure.said : null };
  };
  return { kind: "found", foundOf };
}
