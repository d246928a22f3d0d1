/** Groups in the order in which their first members come. */
export function groupBy<T>(list: readonly T[], options: { keyOf: (value: T) => string }): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of list) {
    const key = options.keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

export function chunk<T>(list: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < list.length; start += size) chunks.push(list.slice(start, start + size));
  return chunks;
}

/** As `Promise.all`, but what goes wrong is only thrown when nothing of the work is under way any more. */
export async function settleAll<T>(work: readonly Promise<T>[]): Promise<T[]> {
  const ends = await Promise.allSettled(work);
  return ends.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
}
