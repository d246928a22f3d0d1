import type { EpochMs } from "@gantry/api-contract";

/** A move of an item between statuses: whether it was done before and after, null where that can't be told. */
export type StatusMove = { at: EpochMs; wasDone: boolean | null; isDone: boolean | null };

/** From `fromMs` until the next one: done or not, or nobody knows. */
export type Stretch = { fromMs: EpochMs; isDone: boolean | null };

/**
 * Whether an item was done, from `knownSinceMs` on, told backwards from what it is now. Where a record does not lead to
 * what came after it, a change is missing in between, and that stretch is unknown; nothing is guessed.
 * @param moves in any order
 * @returns oldest first; before the first of them nothing is known
 */
export function statusTimeline(
  isDoneNow: boolean,
  { moves, knownSinceMs }: { moves: readonly StatusMove[]; knownSinceMs: EpochMs },
): Stretch[] {
  const stretches: Stretch[] = [];
  let after: boolean | null = isDoneNow;
  // The ends of equal instants lie in the order in which they came: the later one is undone first.
  const newestFirst = moves.toReversed().toSorted((left, right) => right.at - left.at);
  for (const { at, wasDone, isDone } of newestFirst) {
    if (at < knownSinceMs) break;
    stretches.push({ fromMs: at, isDone: isDone === after ? after : null });
    after = wasDone;
  }
  stretches.push({ fromMs: knownSinceMs, isDone: after });
  return stretches.toReversed();
}

/** When an item that is done now became so, by its records; null where they do not tell. */
export function doneSince(stretches: readonly Stretch[]): EpochMs | null {
  const before = stretches.findLastIndex(({ isDone }) => isDone !== true);
  const since = stretches[before + 1];
  return stretches[before]?.isDone === false && since !== undefined ? since.fromMs : null;
}

/** Whether it was done at an instant; null where nobody knows. */
export function wasDoneAt(stretches: readonly Stretch[], instantMs: EpochMs): boolean | null {
  return stretches.findLast(({ fromMs }) => fromMs <= instantMs)?.isDone ?? null;
}
