import { findKnots } from "./knots.ts";
import { at, createLinkGraph, type LinkEnds, type LinkGraph } from "./link-graph.ts";

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
  const graph = createLinkGraph(links);
  const knotOf = findKnots(graph);
  const named = new Set<number>();
  const rings: string[][] = [];
  const inRings = links.filter((_, link) => {
    const from = at(graph.from, link);
    const to = at(graph.to, link);
    const knot = at(knotOf, from);
    if (knot !== at(knotOf, to)) return false;
    if (!named.has(knot)) rings.push(nameRing(graph, { from, to, knotOf }));
    named.add(knot);
    return true;
  });
  return { rings, links: new Set(inRings) };
}

/** The shortest way back from a link's end to its beginning; there is one, since both are of one knot. */
function nameRing(graph: LinkGraph, { from, to, knotOf }: { from: number; to: number; knotOf: Int32Array }): string[] {
  const { first, links } = graph.outgoing;
  const cameFrom = new Map<number, number>([[to, from]]);
  for (const item of cameFrom.keys()) {
    if (item === from) break;
    for (let place = at(first, item); place < at(first, item + 1); place += 1) {
      const reached = at(graph.to, at(links, place));
      if (at(knotOf, reached) === at(knotOf, from) && !cameFrom.has(reached)) cameFrom.set(reached, item);
    }
  }
  const ring = [from];
  for (let item = cameFrom.get(from) ?? from; item !== from; item = cameFrom.get(item) ?? from) ring.push(item);
  return [...ring, from].toReversed().map((item) => graph.ids[item] ?? "");
}
