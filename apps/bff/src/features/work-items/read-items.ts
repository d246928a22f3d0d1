import type { WorkItem } from "@gantry/api-contract";
import { isCodeArtsError } from "@gantry/codearts-client";
import { chunk } from "../../change-sets/lists.ts";
import { mapWithLimit } from "../concurrency.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Reader } from "../reader.ts";
import { openItemReads, type ItemReads } from "./item-reads.ts";

/** What fresh reads by id found. An id stands in exactly one of the three. */
export type FoundItems = {
  items: ReadonlyMap<string, WorkItem>;
  /** CodeArts says that there is no such item. */
  missing: ReadonlySet<string>;
  /** Nobody knows: why reading failed (a `CodeArtsError`), by id. */
  failed: ReadonlyMap<string, unknown>;
};

const CONCURRENT_CALLS = 4;
/** As many ids as any service can be expected to take at once. */
const FEW = 100;

/**
 * Reads items by id, anew and shared with nobody, so that what it finds is later than any write before it.
 * Throws only when the session has ended or the signal aborts; other failures stay with the ids that they concern.
 */
export async function readItems(
  reader: Reader,
  { known, itemIds, reads: given }: { known: KnownProject; itemIds: readonly string[]; reads?: ItemReads },
): Promise<FoundItems> {
  const reads = given ?? (await openItemReads(reader, known));
  const ids = [...new Set(itemIds)];
  const items = new Map<string, WorkItem>();
  const missing = new Set<string>();
  const failed = new Map<string, unknown>();

  const readChunk = async (chunk: readonly string[]) => {
    try {
      const asked = new Set(chunk);
      for (const item of await reads.many(chunk)) if (asked.has(item.id)) items.set(item.id, item);
    } catch (error) {
      ensureOfCall(error);
      if (!isRefusal(error)) for (const id of chunk) failed.set(id, error);
    }
  };
  const readOne = async (id: string) => {
    try {
      const item = await reads.one(id);
      if (item === null) missing.add(id);
      else items.set(id, item);
    } catch (error) {
      ensureOfCall(error);
      failed.set(id, error);
    }
  };

  const leftOf = () => ids.filter((id) => !items.has(id) && !failed.has(id));
  await mapWithLimit(reads.toQueries(ids), { limit: CONCURRENT_CALLS, run: readChunk });
  // A service may answer a part of so many ids without a word.
  if (leftOf().length > FEW) await mapWithLimit(chunk(leftOf(), FEW), { limit: CONCURRENT_CALLS, run: readChunk });
  // One that does not know the filter by id refuses it, or answers other items: then each is asked for alone.
  await mapWithLimit(leftOf(), { limit: CONCURRENT_CALLS, run: readOne });
  return { items, missing, failed };
}

/** Throws on what is no failure of this one call: the session's end, the caller's abort, our own mistakes. */
function ensureOfCall(error: unknown): void {
  if (!isCodeArtsError(error) || error.kind === "cancelled") throw error;
}

/** The service answered and would not: another call may be let through. All else would fail the same way again. */
function isRefusal(error: unknown): boolean {
  return isCodeArtsError(error) && ["rejected", "not-found", "bad-answer"].includes(error.kind);
}
