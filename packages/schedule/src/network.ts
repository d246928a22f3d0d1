/** Which end of the predecessor holds which end of the successor: finish to start, and so on. */
export type LinkType = "FS" | "SS" | "FF" | "SF";

/** A link from a predecessor to a successor. The lag is in working days; a negative one lets the successor come earlier. */
export type NetworkLink = {
  readonly fromId: string;
  readonly toId: string;
  readonly type: LinkType;
  readonly lagDays: number;
};

/** The two ends of a link, or of one that is about to be drawn. */
export type LinkEnds = { readonly fromId: string; readonly toId: string };

/** Links made ready for questions; made once for many of them. */
export type Network<Link extends LinkEnds> = {
  /** Links that begin at an item, in the order in which they came. */
  readonly linksFrom: (id: string) => readonly Link[];
  /** Links that end at an item, in the order in which they came. */
  readonly linksTo: (id: string) => readonly Link[];
  /** The shortest ring that a further link would close: ids along the links, the first repeated at the end; null if none. */
  readonly ringClosedBy: (ends: LinkEnds) => string[] | null;
};

/** Links may lie in rings, come twice, and name items that are nowhere else. */
export function createNetwork<Link extends LinkEnds>(links: Iterable<Link>): Network<Link> {
  const outgoing = new Map<string, Link[]>();
  const incoming = new Map<string, Link[]>();
  for (const link of links) {
    push(outgoing, { id: link.fromId, link });
    push(incoming, { id: link.toId, link });
  }
  const linksFrom = (id: string) => outgoing.get(id) ?? [];
  const linksTo = (id: string) => incoming.get(id) ?? [];
  // While a link is drawn its beginning stays and the end moves over hundreds of items: one walk answers for all.
  let lastWalk: { fromId: string; nextTowards: ReadonlyMap<string, string> } | null = null;
  return { linksFrom, linksTo, ringClosedBy };

  function ringClosedBy({ fromId, toId }: LinkEnds): string[] | null {
    if (fromId === toId) return [fromId, fromId];
    lastWalk = lastWalk?.fromId === fromId ? lastWalk : { fromId, nextTowards: walkBack(fromId) };
    if (!lastWalk.nextTowards.has(toId)) return null;
    const ring = [fromId];
    for (let at = toId; at !== fromId; at = lastWalk.nextTowards.get(at) ?? fromId) ring.push(at);
    return [...ring, fromId];
  }

  /** Every item from which links lead to `target`, with the next item on a shortest way there. */
  function walkBack(target: string): Map<string, string> {
    const nextTowards = new Map<string, string>();
    const waiting = [target];
    for (const at of waiting) {
      for (const { fromId } of linksTo(at)) {
        if (fromId === target || nextTowards.has(fromId)) continue;
        nextTowards.set(fromId, at);
        waiting.push(fromId);
      }
    }
    return nextTowards;
  }
}

function push<Link>(lists: Map<string, Link[]>, { id, link }: { id: string; link: Link }): void {
  const list = lists.get(id);
  if (list === undefined) lists.set(id, [link]);
  else list.push(link);
}
