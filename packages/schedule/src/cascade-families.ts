import type { LinkEnds } from "./link-graph.ts";
import { buildTree, flattenTree, type TreeItem } from "./tree.ts";
import type { DaySpan } from "./working-calendar.ts";

/**
 * Parents as links see them: a parent that is linked and has dated leaves below it is two joints, one that links enter
 * (and hold the leaves by) and one that they leave from (where all leaves are known). Others stand for themselves.
 */
export type Families = {
  /** The node at which a link to this item ends, and the one at which a link from it begins. */
  enteringNode: (id: string) => string;
  leavingNode: (id: string) => string;
  isJoint: (node: string) => boolean;
  /** Items whose dates a node stands for. */
  leavesAt: (node: string) => readonly string[];
  /** Items that a link which ends at a node holds. */
  membersAt: (node: string) => readonly string[];
  /** From each joint to the leaves, and from the leaves to the other. */
  inner: readonly LinkEnds[];
};

const ENTRY = " in";
const EXIT = " out";

export function toFamilies(
  items: readonly (TreeItem & DaySpan)[],
  { links, moved }: { links: readonly LinkEnds[]; moved: ReadonlyMap<string, DaySpan> },
): Families {
  const linked = new Set(links.flatMap(({ fromId, toId }) => [fromId, toId]));
  const leaves = leavesBelow(items, linked);
  const members = new Map<string, string[]>();
  const datesOf = new Map<string, DaySpan>(items.map((item) => [item.id, moved.get(item.id) ?? item]));
  const hasDay = (id: string) => {
    const dates = datesOf.get(id);
    return dates !== undefined && (dates.start !== null || dates.end !== null);
  };
  const isWhole = (id: string) => {
    const dates = datesOf.get(id);
    return dates !== undefined && dates.start !== null && dates.end !== null && dates.start <= dates.end;
  };
  for (const [id, below] of leaves) {
    // A parent's own dates count only where none of its leaves has any.
    if (!below.some(hasDay)) leaves.delete(id);
    else members.set(id, below.filter(isWhole));
  }
  const toParent = (node: string) => node.slice(0, node.lastIndexOf(" "));
  return {
    enteringNode: (id) => (leaves.has(id) ? id + ENTRY : id),
    leavingNode: (id) => (leaves.has(id) ? id + EXIT : id),
    isJoint: (node) => node.includes(" "),
    leavesAt: (node) => (node.endsWith(EXIT) ? (leaves.get(toParent(node)) ?? []) : [node]),
    membersAt: (node) => (node.endsWith(ENTRY) ? (members.get(toParent(node)) ?? []) : [node]),
    inner: [...leaves.keys()].flatMap((id) => [
      ...(members.get(id) ?? []).map((leaf) => ({ fromId: id + ENTRY, toId: leaf })),
      ...(leaves.get(id) ?? []).map((leaf) => ({ fromId: leaf, toId: id + EXIT })),
    ]),
  };
}

/** Leaves below each of the wanted items that has children. */
function leavesBelow(items: readonly TreeItem[], wanted: ReadonlySet<string>): Map<string, string[]> {
  const leaves = new Map<string, string[]>();
  const above: string[] = [];
  for (const { node, depth } of flattenTree(buildTree(items), { isExpanded: () => true })) {
    above.length = depth;
    const { id } = node.item;
    if (node.children.length > 0 && wanted.has(id)) leaves.set(id, []);
    if (node.children.length === 0) for (const parentId of above) leaves.get(parentId)?.push(id);
    above.push(id);
  }
  return leaves;
}
