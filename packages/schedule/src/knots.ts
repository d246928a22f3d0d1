import { at, type LinkGraph } from "./link-graph.ts";

const UNSEEN = -1;

/**
 * The knot of every item: items that all lead to each other share one. By Tarjan's algorithm, with a path of its own
 * in place of recursion: a chain may be as long as the plan.
 */
export function findKnots({ ids, to, outgoing }: LinkGraph): Int32Array {
  const { first, links } = outgoing;
  const order = new Int32Array(ids.length).fill(UNSEEN);
  const lowest = new Int32Array(ids.length);
  const knotOf = new Int32Array(ids.length).fill(UNSEEN);
  const next = first.slice();
  const path: number[] = [];
  const open: number[] = [];
  let seen = 0;
  let knots = 0;
  for (let start = 0; start < ids.length; start += 1) {
    if (at(order, start) !== UNSEEN) continue;
    enter(start);
    for (let item = path.at(-1); item !== undefined; item = path.at(-1)) {
      const place = at(next, item);
      if (place === at(first, item + 1)) {
        leave(item);
        continue;
      }
      next[item] = place + 1;
      const reached = at(to, at(links, place));
      if (at(order, reached) === UNSEEN) enter(reached);
      else if (at(knotOf, reached) === UNSEEN) lower(item, at(order, reached));
    }
  }
  return knotOf;

  function enter(item: number): void {
    order[item] = seen;
    lowest[item] = seen;
    seen += 1;
    path.push(item);
    open.push(item);
  }

  function leave(item: number): void {
    path.pop();
    const before = path.at(-1);
    if (before !== undefined) lower(before, at(lowest, item));
    if (at(lowest, item) !== at(order, item)) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      knotOf[member] = knots;
      if (member === item) break;
    }
    knots += 1;
  }

  function lower(item: number, reached: number): void {
    lowest[item] = Math.min(at(lowest, item), reached);
  }
}
