import type { IsoDate } from "./days.ts";
import { flattenTree, type TreeItem, type TreeNode } from "./tree.ts";

/** What an item says of itself. Progress is 0–100. */
export type Scheduled = TreeItem & {
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
  readonly progress: number;
};

/** What an item's leaves add up to; a leaf's roll-up is the leaf itself. */
export type RollUp = { start: IsoDate | null; end: IsoDate | null; progress: number; leaves: number };

/**
 * Rolls dates and progress up from the leaves: the earliest day, the latest day, the mean progress.
 * A parent's own dates count only where none of its leaves has any. Answers by item id.
 */
export function rollUpTree<Item extends Scheduled>(roots: readonly TreeNode<Item>[]): Map<string, RollUp> {
  const rollUps = new Map<string, RollUp>();
  // From the bottom line upwards every child is done before its parent.
  for (const { node } of flattenTree(roots, { isExpanded: () => true }).toReversed())
    rollUps.set(node.item.id, rollUpNode(node, rollUps));
  return rollUps;
}

function rollUpNode<Item extends Scheduled>(node: TreeNode<Item>, done: ReadonlyMap<string, RollUp>): RollUp {
  const { start, end, progress } = node.item;
  if (node.children.length === 0) return { start, end, progress, leaves: 1 };
  const sum: RollUp = { start: null, end: null, progress: 0, leaves: 0 };
  for (const child of node.children) {
    const part = done.get(child.item.id);
    if (part === undefined) continue;
    // Both sides for both ends: a leaf may have one date only, or have them the wrong way round.
    for (const day of [part.start, part.end]) {
      sum.start = earlier(sum.start, day);
      sum.end = later(sum.end, day);
    }
    sum.progress += part.progress * part.leaves;
    sum.leaves += part.leaves;
  }
  const dates = sum.start === null ? { start, end } : { start: sum.start, end: sum.end };
  return { ...dates, progress: sum.progress / sum.leaves, leaves: sum.leaves };
}

/** The earlier of two days, or the one that there is. */
function earlier(left: IsoDate | null, right: IsoDate | null): IsoDate | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}

/** The later of two days, or the one that there is. */
function later(left: IsoDate | null, right: IsoDate | null): IsoDate | null {
  if (left === null || right === null) return left ?? right;
  return left > right ? left : right;
}
