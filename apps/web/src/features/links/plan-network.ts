import type { Dependency, IsoDate } from "@gantry/api-contract";
import {
  buildTree,
  createNetwork,
  flattenTree,
  type Network,
  type NetworkLink,
  type RollUp,
  rollUpTree,
  type Scheduled,
  type TreeNode,
} from "@gantry/schedule";
import type { LinkPair } from "./link-id.ts";

/** A link that somebody drew, or (`source` null) what a parent has to do with its children. */
export type PlanLink = NetworkLink & { source: Dependency | null };

export type PlanNode = { id: string; start: IsoDate | null; end: IsoDate | null };

/**
 * The plan as a network. A parent is two nodes, its start (under its own id) and its end: no child comes before the
 * one, none after the other. So a link to a parent holds its children, and a ring through a parent is seen as one.
 */
export type PlanNetwork = {
  nodes: readonly PlanNode[];
  links: readonly PlanLink[];
  parentIds: ReadonlySet<string>;
  /** Dates of items, rolled up where they have children. */
  datesOf: (id: string) => RollUp | undefined;
  /** Titles apart, the ring that a further link would close; ids of items, the first repeated at the end. */
  ringClosedBy: (pair: LinkPair) => string[] | null;
};

const END = " end";

export function toPlanNetwork<Item extends Scheduled>(
  items: readonly Item[],
  dependencies: readonly Dependency[],
): PlanNetwork {
  const roots = buildTree(items);
  const rollUps = rollUpTree(roots);
  const lines = flattenTree(roots, { isExpanded: () => true });
  const parentIds = new Set(lines.flatMap(({ node }) => (node.children.length > 0 ? [node.item.id] : [])));
  const nodes = lines.flatMap(({ node: { item, children } }): PlanNode[] => {
    const { start, end } = rollUps.get(item.id) ?? item;
    const node = { id: item.id, start, end };
    return children.length === 0 ? [node] : [node, { ...node, id: item.id + END }];
  });
  const drawn = dependencies.map((source): PlanLink => ({
    ...nodeEnds(source, { type: source.type, parentIds }),
    type: source.type,
    lagDays: source.lagDays,
    source,
  }));
  const links = [...drawn, ...lines.flatMap(({ node }) => familyLinks(node))];
  let network: Network<PlanLink> | null = null;
  return {
    nodes,
    links,
    parentIds,
    datesOf: (id) => rollUps.get(id),
    ringClosedBy: (pair) => {
      network ??= createNetwork(links);
      const ring = network.ringClosedBy(nodeEnds(pair, { type: "FS", parentIds }));
      return ring === null ? null : itemsAlong(ring);
    },
  };
}

/** The items that a walk over nodes meets: a parent whose start and end follow each other is met once. */
export function itemsAlong(nodeIds: readonly string[]): string[] {
  return nodeIds.map(itemOfNode).filter((id, place, ids) => id !== ids[place - 1]);
}

export function itemOfNode(nodeId: string): string {
  return nodeId.endsWith(END) ? nodeId.slice(0, -END.length) : nodeId;
}

/** Which end of a parent a link holds. */
function nodeEnds(
  { fromId, toId }: LinkPair,
  { type, parentIds }: { type: Dependency["type"]; parentIds: ReadonlySet<string> },
): LinkPair {
  const holdsEnd = type === "FS" || type === "FF";
  const isHeldAtEnd = type === "FF" || type === "SF";
  return {
    fromId: holdsEnd && parentIds.has(fromId) ? fromId + END : fromId,
    toId: isHeldAtEnd && parentIds.has(toId) ? toId + END : toId,
  };
}

function familyLinks<Item extends Scheduled>({ item, children }: TreeNode<Item>): PlanLink[] {
  return children.flatMap((child): PlanLink[] => {
    const childEnd = child.children.length === 0 ? child.item.id : child.item.id + END;
    return [
      { fromId: item.id, toId: child.item.id, type: "SS", lagDays: 0, source: null },
      { fromId: childEnd, toId: item.id + END, type: "FF", lagDays: 0, source: null },
    ];
  });
}
