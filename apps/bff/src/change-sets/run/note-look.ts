import type { Clock } from "../../clock.ts";

/** A value that was read longer ago is read anew before its call waits for a turn. */
export const FRESH_FOR_MS = 15_000;
/** A call whose turn came so late does not leave: its items are looked at anew. */
export const USABLE_FOR_MS = 2 * FRESH_FOR_MS;

/**
 * Notes when CodeArts was looked at. Of two clocks neither tells all: the machine's can be set back, and a steady one
 * stands still while the machine sleeps.
 * @returns how long ago that was, at most, in ms
 */
export function noteLook(clocks: readonly Pick<Clock, "now">[]): () => number {
  const noted = clocks.map(({ now }) => ({ now, at: now() }));
  return () => Math.max(...noted.map(({ now, at }) => Math.abs(now() - at)));
}
