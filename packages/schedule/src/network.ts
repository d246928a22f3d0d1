import { at, createLinkGraph, type LinkEnds, type LinksByItem } from "./link-graph.ts";

/** Which end of the predecessor holds which end of the successor: finish to start, and so on. */
export type LinkType = "FS" | "SS" | "FF" | "SF";

/** A link from a predecessor to a successor. The lag is in working days; a negative one lets the successor come earlier. */
export type NetworkLink = LinkEnds & { readonly type: LinkType; readonly lagDays: number };

/** Links made ready for questions; made once for many of them. */
export type Network<Link extends LinkEnds> = {
  /** Links that begin at an item, in the order in which they came. */
  readonly linksFrom: (id: string) => readonly Link[];
  /** Links that end at an item, in the order in which they came. */
  readonly linksTo: (id: string) => readonly Link[];
  /** The shortest ring that a further link would close: ids along the links, the first repeated at the end; null if none. */
  readonly ringClosedBy: (ends: LinkEnds) => string[] | null;
};

const NOWHERE = -1;

/** Links may lie in rings, come twice, and name items that are nowhere else. */
export function createNetwork<Link extends LinkEnds>(links: readonly Link[]): Network<Link> {
  const graph = createLinkGraph(links);
  // While a link is drawn its beginning stays and the end moves over hundreds of items: one walk answers for all.
  let lastWalk: { target: number; nextTowards: Int32Array } | null = null;
  return {
    linksFrom: (id) => linksOf(graph.outgoing, id),
    linksTo: (id) => linksOf(graph.incoming, id),
    ringClosedBy: ({ fromId, toId }) => {
      if (fromId === toId) return [fromId, fromId];
      const target = graph.numberOf.get(fromId);
      const start = graph.numberOf.get(toId);
      if (target === undefined || start === undefined) return null;
      lastWalk = lastWalk?.target === target ? lastWalk : { target, nextTowards: walkBack(target) };
      if (at(lastWalk.nextTowards, start) === NOWHERE) return null;
      const ring = [fromId];
      for (let item = start; item !== target; item = at(lastWalk.nextTowards, item)) ring.push(graph.ids[item] ?? "");
      return [...ring, fromId];
    },
  };

  function linksOf({ first, links: byItem }: LinksByItem, id: string): Link[] {
    const item = graph.numberOf.get(id);
    if (item === undefined) return [];
    return [...byItem.subarray(at(first, item), at(first, item + 1))].flatMap((link) => links[link] ?? []);
  }

  /** For every item from which links lead to the target, the next item on a shortest way there. */
  function walkBack(target: number): Int32Array {
    const { first, links: incoming } = graph.incoming;
    const nextTowards = new Int32Array(graph.ids.length).fill(NOWHERE);
    const waiting = [target];
    for (const item of waiting) {
      for (let place = at(first, item); place < at(first, item + 1); place += 1) {
        const before = at(graph.from, at(incoming, place));
        if (at(nextTowards, before) !== NOWHERE) continue;
        nextTowards[before] = item;
        waiting.push(before);
      }
    }
    return nextTowards;
  }
}
