import type { EpochMs, WorkItem } from "@gantry/api-contract";
import { LRUCache } from "lru-cache";
import { changedSecondOf, type ProjectCopy } from "./project-copy.ts";

/** Which plans an item stands on is told by no change, so an older one that is on none known is nobody's news. */
const NEW_FOR_MS = 10 * 60_000;
const MAX_TOLD = 10_000;

/** Items of which nobody knows whether a page shows them. */
export type Newcomers = {
  /** Those of the changed items that were made lately, or whose project's plans were never read; each change once. */
  take: (copy: ProjectCopy, options: { items: readonly WorkItem[]; now: EpochMs }) => WorkItem[];
};

export function createNewcomers(): Newcomers {
  const told = new LRUCache<string, true>({ max: MAX_TOLD });
  return {
    take: (copy, { items, now }) =>
      items.filter((item) => {
        if (copy.items.has(item.id)) return false;
        if (copy.plans.size > 0 && (item.createdAt ?? 0) < now - NEW_FOR_MS) return false;
        const key = JSON.stringify([copy.domainId, item.id, changedSecondOf(item)]);
        if (told.has(key)) return false;
        told.set(key, true);
        return true;
      }),
  };
}
