/** The most of these instants (ms) that lie in any one second; the order does not matter. */
export function mostInASecond(instants: readonly number[]): number {
  return Math.max(...instants.map((start) => instants.filter((at) => at >= start && at < start + 1_000).length));
}
