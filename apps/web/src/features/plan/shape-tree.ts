import type { WorkItem } from "@gantry/api-contract";
import { flattenTree, type TreeNode } from "@gantry/schedule";

export type ItemNode = TreeNode<WorkItem>;

const EVERYTHING = { isExpanded: () => true };

/** Every node of a tree, parents before children; without recursion, since a chain may be 30,000 deep. */
export function nodesOf(roots: readonly ItemNode[]): ItemNode[] {
  return flattenTree(roots, EVERYTHING).map(({ node }) => node);
}

/** A tree narrowed to the nodes that are kept and their ancestors, with siblings in order. Leaves the given one as it is. */
export function shapeTree(
  roots: readonly ItemNode[],
  {
    keeps,
    compare,
  }: { keeps: ReadonlySet<string> | null; compare: ((left: ItemNode, right: ItemNode) => number) | null },
): readonly ItemNode[] {
  if (keeps === null && compare === null) return roots;
  const shaped = new Map<ItemNode, ItemNode>();
  const shapeAll = (nodes: readonly ItemNode[]): ItemNode[] => {
    const kept = nodes.flatMap((node) => shaped.get(node) ?? []);
    return compare === null ? kept : kept.sort(compare);
  };
  // From the bottom line upwards every child is done before its parent.
  for (const node of nodesOf(roots).reverse()) {
    const children = node.children.length === 0 ? node.children : shapeAll(node.children);
    if (children.length > 0 || keeps === null || keeps.has(node.item.id)) shaped.set(node, { ...node, children });
  }
  return shapeAll(roots);
}
