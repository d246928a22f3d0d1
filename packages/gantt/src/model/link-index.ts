/** Finds the links whose rows touch a run of rows without looking at the others. */
export type LinkIndex = {
  /** Calls `visit` with the position of each link that touches rows `first` to `end` (not included), until it says false. */
  touching: (rows: { first: number; end: number }, visit: (position: number) => boolean) => void;
};

/**
 * An interval tree laid out in sorted arrays: links by their upper row, and for each subtree the lowest row that any of
 * its links reaches. `from` and `to` are row indexes, by position of the link.
 */
export function createLinkIndex({ from, to }: { from: Int32Array; to: Int32Array }): LinkIndex {
  const count = from.length;
  const upper = new Int32Array(count);
  const lower = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    upper[at] = Math.min(from[at] ?? 0, to[at] ?? 0);
    lower[at] = Math.max(from[at] ?? 0, to[at] ?? 0);
  }
  const order = Int32Array.from({ length: count }, (_, at) => at);
  order.sort((a, b) => (upper[a] ?? 0) - (upper[b] ?? 0) || a - b);
  const reach = new Int32Array(count);

  const measure = (low: number, high: number): number => {
    if (low >= high) return -1;
    const middle = (low + high) >> 1;
    const own = lower[order[middle] ?? 0] ?? -1;
    const most = Math.max(own, measure(low, middle), measure(middle + 1, high));
    reach[middle] = most;
    return most;
  };
  measure(0, count);

  return {
    touching: ({ first, end }, visit) => {
      const walk = (low: number, high: number): boolean => {
        if (low >= high) return true;
        const middle = (low + high) >> 1;
        if ((reach[middle] ?? -1) < first) return true;
        if (!walk(low, middle)) return false;
        const position = order[middle] ?? 0;
        if ((upper[position] ?? 0) >= end) return true;
        if ((lower[position] ?? -1) >= first && !visit(position)) return false;
        return walk(middle + 1, high);
      };
      walk(0, count);
    },
  };
}
