import type { EpochMs, WorkItem } from "@gantry/api-contract";
import type { ScrumItem } from "@gantry/codearts-contract";
import { readAllPages } from "../features/pages.ts";
import type { KnownProject } from "../features/projects/from-upstream.ts";
import type { Reader } from "../features/reader.ts";
import { fromIpdItem } from "../features/work-items/from-upstream-ipd.ts";
import { fromScrumItem } from "../features/work-items/from-upstream-scrum.ts";
import { queryIpdItems } from "../features/work-items/read-ipd-plan.ts";
import type { ItemWords } from "./item-words.ts";

/** The most that v4 gives. */
const PAGE_SIZE = 100;
/** Far past any clock's error. */
const AHEAD_MS = 86_400_000;

export type ChangedItems = { items: WorkItem[]; goneIds: string[] };

type ChangesRead = { known: KnownProject; fromMs: EpochMs; now: EpochMs; words: ItemWords };

/** CodeArts answered items that did not change since: it does not know the filter, and tells no changes. */
export class ChangesNotToldError extends Error {}

/**
 * Items that changed at or after an instant of CodeArts' own clock: one call for a Scrum project where little has
 * changed, one a category for an IPD project. Throws `ChangesNotToldError`, or the client's `CodeArtsError`.
 */
export async function readChanges(reader: Reader, read: ChangesRead): Promise<ChangedItems> {
  return read.known.project.kind === "ipd" ? await readIpdChanges(reader, read) : await readScrumChanges(reader, read);
}

async function readScrumChanges(reader: Reader, { known, fromMs, now, words }: ChangesRead): Promise<ChangedItems> {
  const updatedBetween = { fromMs, toMs: now + AHEAD_MS };
  const rows = await queryAll(reader, {
    known,
    words,
    filter: { updatedBetween },
    check: (row) => ensureChanged(row.updated_time, fromMs),
  });
  return {
    items: rows.flatMap(({ item }) => item ?? []),
    goneIds: rows.flatMap(({ id, item }) => (item === null ? id : [])),
  };
}

async function readIpdChanges(reader: Reader, { known, fromMs, words }: ChangesRead): Promise<ChangedItems> {
  const context = await words.ipd(reader, known);
  // The instants of items are in milliseconds here; "later than" excludes the instant itself.
  const filter = [{ modified_date: { operator: ">" as const, values: [String(fromMs - 1)] } }];
  const rows = await queryIpdItems(reader, { known, context, filter, freshness: { alone: true } });
  for (const row of rows) ensureChanged(row.modified_date, fromMs);
  return { items: rows.map((row) => fromIpdItem(row, context)), goneIds: [] };
}

/** Every item of a project. */
export async function readAllItems(
  reader: Reader,
  { known, words }: { known: KnownProject; words: ItemWords },
): Promise<WorkItem[]> {
  if (known.project.kind === "ipd") {
    const context = await words.ipd(reader, known);
    const rows = await queryIpdItems(reader, { known, context, filter: [], freshness: { alone: true } });
    return rows.map((row) => fromIpdItem(row, context));
  }
  const rows = await queryAll(reader, { known, words, filter: {}, check: () => undefined });
  return rows.flatMap(({ item }) => item ?? []);
}

/** How many items CodeArts counts in a Scrum project; null where it does not say. */
export async function countItems({ upstream, signal }: Reader, { project }: KnownProject): Promise<number | null> {
  const args = { projectId: project.id, offset: 0, limit: 1 };
  return (await upstream.read("queryItems", args, { signal, alone: true })).total;
}

/** Null for one that was deleted. */
type Row = { id: string; item: WorkItem | null };

async function queryAll(
  reader: Reader,
  {
    known,
    words,
    filter,
    check,
  }: {
    known: KnownProject;
    words: ItemWords;
    filter: { updatedBetween?: { fromMs: number; toMs: number } };
    check: (row: ScrumItem) => void;
  },
): Promise<Row[]> {
  return await readAllPages({
    readPage: async (pageNo) => {
      const args = { projectId: known.project.id, offset: (pageNo - 1) * PAGE_SIZE, limit: PAGE_SIZE, filter };
      const { issues, total } = await reader.upstream.read("queryItems", args, { signal: reader.signal, alone: true });
      for (const row of issues) check(row);
      if (issues.length === 0) return { rows: [], total };
      const context = await words.scrum(reader, known);
      // Page by page: thirty thousand at once would hold everything up.
      const toRow = (row: ScrumItem) => ({
        id: row.id,
        item: row.deleted === true ? null : fromScrumItem(row, context),
      });
      return { rows: issues.map(toRow), total };
    },
    idOf: (row) => row.id,
  });
}

/** v4 tells whole seconds. */
function ensureChanged(changedAt: EpochMs | null, fromMs: EpochMs): void {
  if (changedAt === null || changedAt < fromMs - 999) throw new ChangesNotToldError();
}
