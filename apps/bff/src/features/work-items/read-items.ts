import type { WorkItem } from "@gantry/api-contract";
import { isCodeArtsError } from "@gantry/codearts-client";
import type { IpdItem } from "@gantry/codearts-contract";
import { mapWithLimit } from "../concurrency.ts";
import { categoriesOf } from "../ipd-categories.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Reader } from "../reader.ts";
import { fromIpdItem } from "./from-upstream-ipd.ts";
import { fromScrumItem } from "./from-upstream-scrum.ts";
import { readIpdContext, readScrumContext } from "./item-contexts.ts";
import { queryIpdItems } from "./read-ipd-plan.ts";

/** What fresh reads by id found. An id stands in exactly one of the three. */
export type FoundItems = {
  items: ReadonlyMap<string, WorkItem>;
  /** CodeArts says that there is no such item. */
  missing: ReadonlySet<string>;
  /** Nobody knows: why reading failed, by id. */
  failed: ReadonlyMap<string, unknown>;
};

/** Most ids in one query; v4 answers at most 100 rows. */
const CHUNK = 100;
const CONCURRENT_CALLS = 4;

/**
 * Reads items by id, anew and shared with nobody, so that what it finds is later than any write before it.
 * Throws only when the session has ended or the signal aborts; other failures stay with the ids that they concern.
 */
export async function readItems(
  reader: Reader,
  { known, itemIds }: { known: KnownProject; itemIds: readonly string[] },
): Promise<FoundItems> {
  const read = known.project.kind === "ipd" ? await ipdReads(reader, known) : await scrumReads(reader, known);
  const found = new Map<string, WorkItem>();
  const ids = [...new Set(itemIds)];
  await mapWithLimit(chunksOf(ids), {
    limit: CONCURRENT_CALLS,
    run: async (chunk) => {
      const items = await orElse(
        () => read.many(chunk),
        () => [],
      );
      for (const item of items) if (chunk.includes(item.id)) found.set(item.id, item);
    },
  });
  const missing = new Set<string>();
  const failed = new Map<string, unknown>();
  // A service that does not know the filter by id answers other items, or none: then each is asked for by itself.
  await mapWithLimit(
    ids.filter((id) => !found.has(id)),
    {
      limit: CONCURRENT_CALLS,
      run: async (id) => {
        const item = await orElse(
          () => read.one(id),
          (error) => void failed.set(id, error),
        );
        if (item !== null && item !== undefined) found.set(id, item);
        else if (!failed.has(id)) missing.add(id);
      },
    },
  );
  return { items: found, missing, failed };
}

type Reads = { many: (ids: readonly string[]) => Promise<WorkItem[]>; one: (id: string) => Promise<WorkItem | null> };

async function scrumReads(reader: Reader, known: KnownProject): Promise<Reads> {
  const context = await readScrumContext(reader, known);
  const { upstream, signal } = reader;
  const projectId = known.project.id;
  return {
    many: async (itemIds) => {
      const args = { projectId, offset: 0, limit: CHUNK, filter: { itemIds } };
      const { issues } = await upstream.read("queryItems", args, { signal, alone: true });
      return issues.filter(({ deleted }) => !deleted).map((item) => fromScrumItem(item, context));
    },
    one: async (itemId) => {
      const item = await orMissing(upstream.read("showItem", { projectId, itemId }, { signal, alone: true }));
      return item === null || item.deleted || item.id !== itemId ? null : fromScrumItem(item, context);
    },
  };
}

async function ipdReads(reader: Reader, known: KnownProject): Promise<Reads> {
  const context = await readIpdContext(reader, known);
  const { upstream, signal } = reader;
  const projectId = known.project.id;
  return {
    many: async (ids) => {
      const filter = [{ id: { operator: "||", values: [...ids] } }];
      const items = await queryIpdItems(reader, { known, context, filter, alone: true });
      return items.map((item) => fromIpdItem(item, context));
    },
    one: async (itemId) => {
      for (const category of categoriesOf(known)) {
        const args = { projectId, itemId, category };
        const item: IpdItem | null = await orMissing(upstream.read("showIpdItem", args, { signal, alone: true }));
        if (item !== null && item.id === itemId) return fromIpdItem(item, context);
      }
      return null;
    },
  };
}

/** "No such item", in the words that each dialect has for it. */
async function orMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isCodeArtsError(error) && (error.kind === "not-found" || error.kind === "rejected")) return null;
    throw error;
  }
}

async function orElse<T, Other>(read: () => Promise<T>, other: (error: unknown) => Other): Promise<T | Other> {
  try {
    return await read();
  } catch (error) {
    if (isCodeArtsError(error) && error.kind !== "cancelled") return other(error);
    throw error;
  }
}

function chunksOf(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / CHUNK);
  return Array.from({ length: count }, (_, index) => ids.slice(index * CHUNK, (index + 1) * CHUNK));
}
