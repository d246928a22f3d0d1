/** Outcomes with their numbers, without those that do not occur. */
export function occurring(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
