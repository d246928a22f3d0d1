import type { WorkItem } from "@gantry/api-contract";
import { flattenTree } from "@gantry/schedule";
import { fieldIdOf, fieldNameOf } from "./field-values.ts";
import type { GroupKey } from "./plan-search.ts";
import type { ItemNode } from "./shape-tree.ts";

/** What the items of a group have in common. */
export type GroupValue = {
  key: GroupKey;
  value: string;
  /** Null for the group of those without a value. */
  name: string | null;
  /** Any of them, for what is drawn before the name. */
  sample: WorkItem;
};

export type ItemGroup = {
  /** Stands among the items' ids, in addresses too; no item's id looks like it. */
  id: string;
  value: GroupValue;
  roots: readonly ItemNode[];
};

/** A node of the whole tree, and what stands for it in its group's. */
type Step = { node: ItemNode; made: ItemNode; depth: number };

/**
 * Parts a tree into groups, each a tree of its own: an item stands under its nearest ancestor of the same group.
 * Every item is in exactly one group; groups come in the order of `ranks`.
 */
export function groupTree(
  roots: readonly ItemNode[],
  { key, ranks }: { key: GroupKey; ranks: ReadonlyMap<string, number> },
): ItemGroup[] {
  const groups = new Map<string, Omit<ItemGroup, "roots"> & { roots: ItemNode[]; path: Step[] }>();
  /** The line's ancestors and itself, by depth. */
  const above: ItemNode[] = [];
  for (const { node, depth } of flattenTree(roots, { isExpanded: () => true })) {
    const value = fieldIdOf(node.item, key);
    let group = groups.get(value);
    if (group === undefined) {
      const name = fieldNameOf(node.item, key);
      group = { id: groupIdOf(key, value), value: { key, value, name, sample: node.item }, roots: [], path: [] };
      groups.set(value, group);
    }
    above[depth] = node;
    const { path } = group;
    for (let last = path.at(-1); last !== undefined && !isAbove(last, { depth, above }); last = path.at(-1)) path.pop();
    const made: ItemNode = { item: node.item, children: [], isRingHead: node.isRingHead };
    (path.at(-1)?.made.children ?? group.roots).push(made);
    path.push({ node, made, depth });
  }
  return [...groups.values()]
    .map(({ path: _path, ...group }) => group)
    .sort((left, right) => (ranks.get(left.value.value) ?? 0) - (ranks.get(right.value.value) ?? 0));
}

function isAbove(step: Step, line: { depth: number; above: readonly ItemNode[] }): boolean {
  return step.depth < line.depth && line.above[step.depth] === step.node;
}

/** A heading's id: commas and dots part lists and places in addresses. */
export function groupIdOf(key: GroupKey, value: string): string {
  return `${key}-${encodeURIComponent(value).replaceAll(".", "%2E")}`;
}
