import type { WorkItem } from "@gantry/api-contract";
import { buildTree, type RollUp, rollUpTree } from "@gantry/schedule";
import { type ItemNode, nodesOf } from "./shape-tree.ts";

/** What follows from a plan's items alone, whatever of it is shown: made once for each reading. */
export type PlanTree = {
  items: readonly WorkItem[];
  roots: readonly ItemNode[];
  rollUps: ReadonlyMap<string, RollUp>;
  /** Items that have children on the plan. */
  parentIds: ReadonlySet<string>;
  /** Items whose parent is below them; they stand as roots. */
  ringHeads: ReadonlySet<string>;
};

export function toPlanTree(items: readonly WorkItem[]): PlanTree {
  const roots = buildTree(items);
  const parentIds = new Set<string>();
  const ringHeads = new Set<string>();
  for (const { item, children, isRingHead } of nodesOf(roots)) {
    if (children.length > 0) parentIds.add(item.id);
    if (isRingHead) ringHeads.add(item.id);
  }
  return { items, roots, rollUps: rollUpTree(roots), parentIds, ringHeads };
}
