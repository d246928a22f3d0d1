import type { WorkItem } from "@gantry/api-contract";
import { isCodeArtsError } from "@gantry/codearts-client";
import { categoriesOf } from "../ipd-categories.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Reader } from "../reader.ts";
import { fromIpdItem } from "./from-upstream-ipd.ts";
import { fromScrumItem } from "./from-upstream-scrum.ts";
import { readIpdContext, readScrumContext } from "./item-contexts.ts";
import { queryIpdItems } from "./read-ipd-plan.ts";

/** v4 answers at most 100 rows, and the IPD filter takes at most 200 values. */
export const MAX_IDS_A_QUERY = 100;

/** Two ways to read items of one project by id. */
export type ItemReads = {
  /** May answer fewer items than asked for, or others. */
  many: (ids: readonly string[]) => Promise<WorkItem[]>;
  /** Null where there is no such item. */
  one: (id: string) => Promise<WorkItem | null>;
};

export async function createScrumReads(reader: Reader, known: KnownProject): Promise<ItemReads> {
  const context = await readScrumContext(reader, known);
  const options = { signal: reader.signal, alone: true };
  const projectId = known.project.id;
  return {
    many: async (ids) => {
      const args = { projectId, offset: 0, limit: MAX_IDS_A_QUERY, filter: { itemIds: ids } };
      const { issues } = await reader.upstream.read("queryItems", args, options);
      return issues.filter(({ deleted }) => !deleted).map((item) => fromScrumItem(item, context));
    },
    one: async (itemId) => {
      const item = await orMissing(reader.upstream.read("showItem", { projectId, itemId }, options));
      return item === null || item.deleted || item.id !== itemId ? null : fromScrumItem(item, context);
    },
  };
}

export async function createIpdReads(reader: Reader, known: KnownProject): Promise<ItemReads> {
  const context = await readIpdContext(reader, known);
  const options = { signal: reader.signal, alone: true };
  const projectId = known.project.id;
  return {
    many: async (ids) => {
      const filter = [{ id: { operator: "||", values: [...ids] } }];
      const items = await queryIpdItems(reader, { known, context, filter, freshness: { alone: true } });
      return items.map((item) => fromIpdItem(item, context));
    },
    one: async (itemId) => {
      // The detail call wants the category, which an id does not tell.
      for (const category of categoriesOf(known)) {
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
