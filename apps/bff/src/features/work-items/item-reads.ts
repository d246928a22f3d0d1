import type { WorkItem } from "@gantry/api-contract";
import { isCodeArtsError } from "@gantry/codearts-client";
import type { IpdCategory } from "@gantry/codearts-contract";
import { createBreath } from "../../breathe.ts";
import { chunk, groupBy } from "../../change-sets/lists.ts";
import { categoriesOf } from "../ipd-categories.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Reader } from "../reader.ts";
import { fromIpdItem } from "./from-upstream-ipd.ts";
import { fromScrumItem } from "./from-upstream-scrum.ts";
import { readIpdContext, readScrumContext } from "./item-contexts.ts";
import { queryIpdItems } from "./read-ipd-plan.ts";

/** v4 answers at most 100 rows. */
const SCRUM_IDS_A_QUERY = 100;

/** Two ways to read items of one project by id, with the look-ups that both need made once. */
export type ItemReads = {
  /** Ids to ask `many` for at once, in as few questions as can be. */
  toQueries: (ids: readonly string[]) => string[][];
  /** May answer fewer items than asked for, or others. */
  many: (ids: readonly string[]) => Promise<WorkItem[]>;
  /** Null where there is no such item. */
  one: (id: string) => Promise<WorkItem | null>;
};

export async function openItemReads(reader: Reader, known: KnownProject): Promise<ItemReads> {
  return known.project.kind === "ipd" ? createIpdReads(reader, known) : createScrumReads(reader, known);
}

async function createScrumReads(reader: Reader, known: KnownProject): Promise<ItemReads> {
  const context = await readScrumContext(reader, known);
  const options = { signal: reader.signal, alone: true };
  const projectId = known.project.id;
  return {
    toQueries: (ids) => chunk(ids, SCRUM_IDS_A_QUERY),
    many: async (ids) => {
      const args = { projectId, offset: 0, limit: SCRUM_IDS_A_QUERY, filter: { itemIds: ids } };
      const { issues } = await reader.upstream.read("queryItems", args, options);
      return issues.filter(({ deleted }) => !deleted).map((item) => fromScrumItem(item, context));
    },
    one: async (itemId) => {
      const item = await orMissing(reader.upstream.read("showItem", { projectId, itemId }, options));
      return item === null || item.deleted || item.id !== itemId ? null : fromScrumItem(item, context);
    },
  };
}

async function createIpdReads(reader: Reader, known: KnownProject): Promise<ItemReads> {
  const context = await readIpdContext(reader, known);
  const options = { signal: reader.signal, alone: true };
  const projectId = known.project.id;
  const { learned } = reader.upstream;
  /** An item that was read before is looked for where it was, and only then elsewhere. */
  const categoriesFor = (itemId: string | undefined): readonly IpdCategory[] => {
    const all = categoriesOf(known);
    const own = all.filter((category) => itemId !== undefined && category === learned.categoryOf(itemId));
    return own.length > 0 ? own : all;
  };
  const byCategory = (ids: readonly string[]) => [
    ...groupBy(ids, { keyOf: (id) => learned.categoryOf(id) ?? "" }).values(),
  ];
  return {
    toQueries: (ids) => byCategory(ids).flatMap((group) => chunk(group, learned.pageSize("queryIpdItems"))),
    many: async (ids) => {
      const lists = await Promise.all(
        byCategory(ids).map((group) => {
          const filter = [{ id: { operator: "||", values: group } }];
          const categories = categoriesFor(group[0]);
          return queryIpdItems(reader, { known, categories, context, filter, freshness: { alone: true } });
        }),
      );
      const items: WorkItem[] = [];
      const breath = createBreath();
      for (const item of lists.flat()) {
        items.push(fromIpdItem(item, context));
        await breath();
      }
      return items;
    },
    one: async (itemId) => {
      // The detail call wants the category, which an id does not tell.
      for (const category of new Set([...categoriesFor(itemId), ...categoriesOf(known)])) {
        const item = await orMissing(reader.upstream.read("showIpdItem", { projectId, itemId, category }, options));
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
