import type { EpochMs, TrendHistory } from "@gantry/api-contract";
import { isCodeArtsError, type CodeArtsErrorKind } from "@gantry/codearts-client";
import type { IssueRecord } from "@gantry/codearts-contract";
import { readAllPages } from "../pages.ts";
import type { Reader } from "../reader.ts";
import type { RecordBook } from "./record-book.ts";

const PAGE_SIZE = 100;
const BLOCK_MS = 15 * 86_400_000;
/** Pages read for one answer; a project that changes more has the rest of its past left out, and the answer says so. */
const MAX_PAGES = 600;
/** What is told late bears an earlier instant. */
const OVERLAP_MS = 60_000;
/** Whether there are earlier records changes hardly ever. */
const EARLIER_FRESH_MS = 30_000;

const REFUSALS: readonly CodeArtsErrorKind[] = ["forbidden", "not-found", "refused-before-service"];

export type Records = {
  records: readonly IssueRecord[];
  /** Records are complete from here on; null = there are none. */
  knownSinceMs: EpochMs | null;
  limit: Exclude<TrendHistory["limit"], "ipd">;
};

type Interval = { fromMs: EpochMs; toMs: EpochMs };

/**
 * A project's change records since an instant, read backwards from now in blocks that stay the same and are remembered,
 * so that a later look reads what is newer than the newest. How long CodeArts keeps records is not documented: they count as complete from the first day
 * on if there are earlier ones, else from the earliest one that there is.
 */
export async function readRecords(
  reader: Reader,
  { projectId, fromMs, nowMs, book }: { projectId: string; fromMs: EpochMs; nowMs: EpochMs; book: RecordBook },
): Promise<Records> {
  try {
    const blocks = toBlocks({ fromMs, toMs: nowMs });
    const records: IssueRecord[] = [];
    let pagesLeft = MAX_PAGES;
    for (const block of blocks) {
      const read = await readBlock(reader, {
        projectId,
        block,
        isPast: block !== blocks[0],
        pagesLeft,
        book,
        nowMs,
      });
      if (read === null) return { records, knownSinceMs: block.toMs + 1, limit: "too-many" };
      pagesLeft -= Math.max(1, Math.ceil(read.length / PAGE_SIZE));
      for (const record of read) if (isWithin(record, block)) records.push(record);
    }
    const earliestMs = earliestOf(records);
    // The oldest block begins before the first day as a rule, which saves asking.
    const reachesBack = earliestMs !== null && earliestMs < fromMs;
    return reachesBack || (await hasEarlier(reader, { projectId, fromMs }))
      ? { records, knownSinceMs: fromMs, limit: null }
      : { records, knownSinceMs: earliestMs, limit: "gone" };
  } catch (error) {
    if (isCodeArtsError(error) && REFUSALS.includes(error.kind))
      return { records: [], knownSinceMs: null, limit: "refused" };
    throw error;
  }
}

/** Newest first; each begins at a multiple of its length, whatever was asked for. */
function toBlocks({ fromMs, toMs }: Interval): Interval[] {
  const blocks: Interval[] = [];
  for (let startMs = toMs - (toMs % BLOCK_MS); startMs + BLOCK_MS > fromMs; startMs -= BLOCK_MS)
    blocks.push({ fromMs: startMs, toMs: Math.min(startMs + BLOCK_MS - 1, toMs) });
  return blocks;
}

type BlockRead = {
  projectId: string;
  block: Interval;
  isPast: boolean;
  pagesLeft: number;
  book: RecordBook;
  nowMs: EpochMs;
};

/** Null where it has more pages than are left. */
async function readBlock(reader: Reader, read: BlockRead): Promise<readonly IssueRecord[] | null> {
  const { projectId, block, isPast, book, nowMs } = read;
  const of = { identity: reader.upstream.identity, projectId, fromMs: block.fromMs };
  const found = book.find(of, nowMs);
  const known = found !== null && (found.isPast || !isPast) ? found : null;
  if (known?.isPast === true) return [...known.records.values()];
  const newest = known === null ? null : latestOf([...known.records.values()]);
  const fromMs = newest === null ? block.fromMs : Math.max(block.fromMs, newest - OVERLAP_MS);
  // The end of the newest block is now: asked for as the block's own, so that equal looks are the same look.
  const told = await readInterval(reader, { ...read, interval: { fromMs, toMs: block.fromMs + BLOCK_MS - 1 } });
  if (told === null) return null;
  const records = new Map(known?.records);
  for (const record of told) records.set(idOf(record), record);
  book.keep(of, { records, readAt: known?.readAt ?? nowMs, isPast });
  return [...records.values()];
}

async function readInterval(
  { upstream, signal }: Reader,
  { projectId, interval, pagesLeft }: { projectId: string; interval: Interval; pagesLeft: number },
): Promise<IssueRecord[] | null> {
  const readPage = async (pageNo: number) => {
    const offset = (pageNo - 1) * PAGE_SIZE;
    const args = { projectId, offset, limit: PAGE_SIZE, operatedBetween: interval };
    const { records, total } = await upstream.read("listItemRecords", args, { signal });
    return { rows: records, total };
  };
  const first = await readPage(1);
  if (Math.ceil((first.total ?? 0) / PAGE_SIZE) > pagesLeft) return null;
  return await readAllPages({
    readPage: async (pageNo) => (pageNo === 1 ? first : await readPage(pageNo)),
    idOf,
  });
}

function idOf(record: IssueRecord): string {
  return record.id ?? `${record.issue_id} ${record.operated_time} ${record.field_key} ${record.new_value}`;
}

async function hasEarlier(
  { upstream, signal }: Reader,
  { projectId, fromMs }: { projectId: string; fromMs: EpochMs },
): Promise<boolean> {
  const args = { projectId, offset: 0, limit: 1, operatedBetween: { fromMs: 0, toMs: fromMs - 1 } };
  const { records } = await upstream.read("listItemRecords", args, { signal, freshForMs: EARLIER_FRESH_MS });
  return records.some(({ operated_time: at }) => at !== null && at < fromMs);
}

/** The interval is only inferred to be in milliseconds and to hold both ends: what it did not keep out is kept out here. */
function isWithin({ operated_time: at }: IssueRecord, { fromMs, toMs }: Interval): boolean {
  return at !== null && at >= fromMs && at <= toMs;
}

function latestOf(records: readonly IssueRecord[]): EpochMs | null {
  return records.reduce<EpochMs | null>(
    (latest, { operated_time: at }) => (at === null || (latest !== null && latest >= at) ? latest : at),
    null,
  );
}

function earliestOf(records: readonly IssueRecord[]): EpochMs | null {
  return records.reduce<EpochMs | null>(
    (earliest, { operated_time: at }) => (at === null || (earliest !== null && earliest <= at) ? earliest : at),
    null,
  );
}
