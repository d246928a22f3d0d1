/** Anything that names its parent. */
export type TreeItem = { readonly id: string; readonly parentId: string | null };

export type TreeNode<Item extends TreeItem> = {
  readonly item: Item;
  readonly children: TreeNode<Item>[];
  /** Its parent is its own descendant; it is shown as a root, so that the ring stays visible. */
  readonly isRingHead: boolean;
};

/** One visible line of a tree, with its place among its siblings, from 1. */
export type TreeRow<Item extends TreeItem> = {
  readonly node: TreeNode<Item>;
  readonly depth: number;
  readonly position: number;
  readonly siblings: number;
};

/**
 * Builds the tree of items in the order in which they come. An item whose parent is not among them is a root;
 * of items that are parents of each other in a ring, the first becomes a root. An id that comes
 * twice is one item, the first of them.
 */
export function buildTree<Item extends TreeItem>(items: readonly Item[]): TreeNode<Item>[] {
  const byId = new Map<string, Item>();
  for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  const ringHeads = findRingHeads([...byId.values()]);
  const nodes = new Map<string, TreeNode<Item>>();
  for (const [id, item] of byId) nodes.set(id, { item, children: [], isRingHead: ringHeads.has(id) });
  const roots: TreeNode<Item>[] = [];
  for (const node of nodes.values()) {
    const parent = node.isRingHead || node.item.parentId === null ? undefined : nodes.get(node.item.parentId);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

/** The lines to show, from the top: the children of a node follow it where `isExpanded` says so. */
export function flattenTree<Item extends TreeItem>(
  roots: readonly TreeNode<Item>[],
  { isExpanded }: { isExpanded: (id: string) => boolean },
): TreeRow<Item>[] {
  const rows: TreeRow<Item>[] = [];
  const waiting: TreeRow<Item>[] = [];
  // Last first, so that the first is on top.
  const add = (nodes: readonly TreeNode<Item>[], depth: number) => {
    for (let index = nodes.length - 1; index >= 0; index -= 1) {
      const node = nodes[index];
      if (node !== undefined) waiting.push({ node, depth, position: index + 1, siblings: nodes.length });
    }
  };
  add(roots, 0);
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    rows.push(row);
    if (row.node.children.length > 0 && isExpanded(row.node.item.id)) add(row.node.children, row.depth + 1);
  }
  return rows;
}

/** The first item, in the given order, of every ring of parents. */
function findRingHeads(items: readonly TreeItem[]): Set<string> {
  const parentOf = new Map(items.map((item) => [item.id, item.parentId]));
  const order = new Map(items.map((item, index) => [item.id, index]));
  const seenOnWalk = new Map<string, number>();
  const heads = new Set<string>();
  items.forEach((item, walk) => {
    let at: string | null | undefined = item.id;
    while (at != null && parentOf.has(at) && !seenOnWalk.has(at)) {
      seenOnWalk.set(at, walk);
      at = parentOf.get(at);
    }
    if (at != null && seenOnWalk.get(at) === walk) heads.add(firstOfRing(at));
  });
  return heads;

  function firstOfRing(start: string): string {
    let first = start;
    for (let at = parentOf.get(start); at != null && at !== start; at = parentOf.get(at))
      if ((order.get(at) ?? 0) < (order.get(first) ?? 0)) first = at;
    return first;
  }
}
