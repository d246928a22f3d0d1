import type { Clock } from "../../clock.ts";

/** A value that was read longer ago is read anew before it is written over. */
export const FRESH_FOR_MS = 15_000;

/**
 * Notes when CodeArts was looked at. Of two clocks neither tells all: the machine's can be set back, and a steady one
 * stands still while the machine sleeps.
 * @returns whether what was seen then may still be relied on
 */
export function noteLook(clocks: readonly Pick<Clock, "now">[]): () => boolean {
  const noted = clocks.map(({ now }) => ({ now, at: now() }));
  return () => noted.every(({ now, at }) => Math.abs(now() - at) <= FRESH_FOR_MS);
}
