import { createNetwork, type LinkEnds, type Network } from "./network.ts";

/** The links that lie in rings, and one ring for each knot of them. */
export type Rings<Link extends LinkEnds> = {
  /** Ids along the links, the first repeated at the end; the shortest through the first link of its knot. */
  readonly rings: readonly (readonly string[])[];
  /** Every link with both ends in the same knot: without these no ring is left. */
  readonly links: ReadonlySet<Link>;
};

/** The first ring among the links, in the order in which they come; null where there is none. */
export function findRing(links: readonly LinkEnds[]): readonly string[] | null {
  return findRings(links).rings[0] ?? null;
}

/** Every knot of links (items that all lead to each other), in the order in which the links come. */
export function findRings<Link extends LinkEnds>(links: readonly Link[]): Rings<Link> {
  const network = createNetwork(links);
  const knotOf = findKnots(links, network);
  const inRings = links.filter(
    (link) => link.fromId === link.toId || knotOf.get(link.fromId) === knotOf.get(link.toId),
  );
  const within = createNetwork(inRings);
  const named = new Set<number>();
  const rings: string[][] = [];
  for (const { fromId, toId } of inRings) {
    const knot = knotOf.get(fromId) ?? -1;
    if (named.has(knot)) continue;
    named.add(knot);
    const ring = within.ringClosedBy({ fromId, toId });
    if (ring !== null) rings.push(ring);
  }
  return { rings, links: new Set(inRings) };
}

/** The knot of every item, by Tarjan's algorithm, with an own stack: a chain may be as long as the plan. */
function findKnots<Link extends LinkEnds>(links: readonly Link[], network: Network<Link>): Map<string, number> {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const knotOf = new Map<string, number>();
  const open: string[] = [];
  let knots = 0;
  for (const { fromId } of links) if (!order.has(fromId)) visit(fromId);
  return knotOf;

  function visit(start: string): void {
    const path = [enter(start)];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { id } = step;
      const toId = network.linksFrom(id)[step.next]?.toId;
      step.next += 1;
      if (toId === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent.id, lowest.get(id));
        if (lowest.get(id) === order.get(id)) close(id);
      } else if (!order.has(toId)) path.push(enter(toId));
      else if (!knotOf.has(toId)) lower(id, order.get(toId));
    }
  }

  function enter(id: string): { id: string; next: number } {
    lowest.set(id, order.size);
    order.set(id, order.size);
    open.push(id);
    return { id, next: 0 };
  }

  function lower(id: string, reached: number | undefined): void {
    lowest.set(id, Math.min(lowest.get(id) ?? Infinity, reached ?? Infinity));
  }

  function close(first: string): void {
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      knotOf.set(id, knots);
      if (id === first) break;
    }
    knots += 1;
  }
}
