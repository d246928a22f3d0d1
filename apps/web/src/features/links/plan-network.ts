import type { Dependency, IsoDate } from "@gantry/api-contract";
import {
  buildTree,
  createNetwork,
  flattenTree,
  type NetworkLink,
  type RollUp,
  rollUpTree,
  type Scheduled,
} from "@gantry/schedule";
import { lazy } from "../../lib/lazy.ts";
import type { LinkPair } from "./link-id.ts";
import { leavesByParent } from "./leaves.ts";

/** A link that somebody drew, or (`source` null) what a parent has to do with the items below it. */
export type PlanLink = NetworkLink & { source: Dependency | null };

type PlanNode = { id: string; start: IsoDate | null; end: IsoDate | null };

/**
 * The plan as a network of its leaves. A parent that is linked is two nodes, its start (under its own id) and its end:
 * no leaf below it comes before the one, none after the other. So a link to a parent holds what is below it, and a ring
 * through a parent is seen as one.
 */
export type PlanNetwork = {
  nodes: readonly PlanNode[];
  links: readonly PlanLink[];
  /** Ids of the leaves below a parent; undefined for a leaf. */
  leavesOf: (parentId: string) => readonly string[] | undefined;
  parentIds: readonly string[];
  /** Dates of items, rolled up where they have children. */
  datesOf: (id: string) => RollUp | undefined;
  /** A ring that further links would close, all of them drawn: ids of items, the first repeated at the end. */
  ringClosedBy: (pairs: readonly LinkPair[]) => string[] | null;
};

const END = " end";

export function toPlanNetwork<Item extends Scheduled>(
  items: readonly Item[],
  dependencies: readonly Dependency[],
): PlanNetwork {
  const roots = buildTree(items);
  const rollUps = rollUpTree(roots);
  const lines = flattenTree(roots, { isExpanded: () => true });
  const leaves = leavesByParent(lines.map(({ node, depth }) => ({ id: node.item.id, depth })));
  const isParent = (id: string) => leaves.has(id);
  const familyLinks = (parentId: string): PlanLink[] =>
    (leaves.get(parentId) ?? []).flatMap((leafId): PlanLink[] => [
      { fromId: parentId, toId: leafId, type: "SS", lagDays: 0, source: null },
      { fromId: leafId, toId: parentId + END, type: "FF", lagDays: 0, source: null },
    ]);
  const linkedParents = new Set(dependencies.flatMap(({ fromId, toId }) => [fromId, toId]).filter(isParent));
  const drawn = dependencies.map((source): PlanLink => ({
    ...nodeEnds(source, { type: source.type, isParent }),
    type: source.type,
    lagDays: source.lagDays,
    source,
  }));
  const links = [...drawn, ...[...linkedParents].flatMap(familyLinks)];
  const nodes = lines.flatMap(({ node: { item } }): PlanNode[] => {
    const { start, end } = rollUps.get(item.id) ?? item;
    const node = { id: item.id, start, end };
    if (linkedParents.has(item.id)) return [node, { ...node, id: item.id + END }];
    return isParent(item.id) ? [] : [node];
  });
  const asIs = lazy(() => createNetwork<LinkPair>(links));
  return {
    nodes,
    links,
    leavesOf: (parentId) => leaves.get(parentId),
    parentIds: [...leaves.keys()],
    datesOf: (id) => rollUps.get(id),
    ringClosedBy: (pairs) => {
      const further = pairs.map((pair) => nodeEnds(pair, { type: "FS", isParent }));
      const newParents = new Set(pairs.flatMap(({ fromId, toId }) => [fromId, toId]).filter(isParent));
      for (const id of linkedParents) newParents.delete(id);
      const families = [...newParents].flatMap(familyLinks);
      // While one link is drawn from leaf to leaf, the same network answers for every item under the pointer.
      const isOneMore = further.length === 1 && families.length === 0;
      const network = isOneMore ? asIs() : createNetwork<LinkPair>([...links, ...families, ...further]);
      for (const ends of further) {
        const ring = network.ringClosedBy(ends);
        if (ring !== null) return itemsAlong(ring);
      }
      return null;
    },
  };
}

/** The items that a walk over nodes meets: one that goes through a parent as a whole meets the parent once. */
export function itemsAlong(nodeIds: readonly string[]): string[] {
  const items: string[] = [];
  for (let place = 0; place < nodeIds.length; place += 1) {
    const id = nodeIds[place] ?? "";
    items.push(itemOfNode(id));
    if (nodeIds[place + 2] === id + END) place += 2;
  }
  return items;
}

export function itemOfNode(nodeId: string): string {
  return nodeId.endsWith(END) ? nodeId.slice(0, -END.length) : nodeId;
}

/** Which end of a parent a link holds. */
function nodeEnds(
  { fromId, toId }: LinkPair,
  { type, isParent }: { type: Dependency["type"]; isParent: (id: string) => boolean },
): LinkPair {
  const holdsEnd = type === "FS" || type === "FF";
  const isHeldAtEnd = type === "FF" || type === "SF";
  return {
    fromId: holdsEnd && isParent(fromId) ? fromId + END : fromId,
    toId: isHeldAtEnd && isParent(toId) ? toId + END : toId,
  };
}
