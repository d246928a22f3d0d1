/** The two ends of a link, or of one that is about to be drawn. */
export type LinkEnds = { readonly fromId: string; readonly toId: string };

/** Links with their items numbered in the order in which they come up, so that 100,000 of them are walked in a moment. */
export type LinkGraph = {
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Item numbers at the beginnings and ends of the links. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly outgoing: LinksByItem;
  readonly incoming: LinksByItem;
};

/** Links of item n, in the order in which they came: `links[first[n]]` up to, not with, `links[first[n + 1]]`. */
export type LinksByItem = { readonly first: Int32Array; readonly links: Int32Array };

export function createLinkGraph(links: readonly LinkEnds[]): LinkGraph {
  const ids: string[] = [];
  const numberOf = new Map<string, number>();
  const from = Int32Array.from(links, ({ fromId }) => toNumber(fromId));
  const to = Int32Array.from(links, ({ toId }) => toNumber(toId));
  return {
    ids,
    numberOf,
    from,
    to,
    outgoing: groupByItem(from, ids.length),
    incoming: groupByItem(to, ids.length),
  };

  function toNumber(id: string): number {
    const known = numberOf.get(id);
    if (known !== undefined) return known;
    numberOf.set(id, ids.length);
    return ids.push(id) - 1;
  }
}

/** An entry of a list that is known to hold it. */
export function at(list: Int32Array, index: number): number {
  return list[index] ?? -1;
}

function groupByItem(itemOf: Int32Array, itemCount: number): LinksByItem {
  const first = new Int32Array(itemCount + 1);
  for (const item of itemOf) first[item + 1] = at(first, item + 1) + 1;
  for (let item = 0; item < itemCount; item += 1) first[item + 1] = at(first, item + 1) + at(first, item);
  const next = first.slice();
  const links = new Int32Array(itemOf.length);
  itemOf.forEach((item, link) => {
    const place = at(next, item);
    links[place] = link;
    next[item] = place + 1;
  });
  return { first, links };
}
