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
