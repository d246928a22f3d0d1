import type { Clock } from "./clock.ts";

/** Between two steps people's requests get their turn. */
const REST_MS = 20;

/** Something that is done bit by bit in the background, time and again. */
export type Sweep = { start: () => void; stop: () => Promise<void> };

/**
 * @param step one small piece of work; answers whether there is more
 * @param onFailure hears of a round that failed; the next one begins after `everyMs` all the same
 */
export function createSweep(
  step: () => Promise<boolean>,
  { clock, everyMs, onFailure }: { clock: Clock; everyMs: number; onFailure: (error: unknown) => void },
): Sweep {
  const stopping = new AbortController();
  const { signal } = stopping;
  let loop: Promise<void> = Promise.resolve();
  const round = async () => {
    while (await step()) await clock.wait(REST_MS, signal);
  };
  const run = async () => {
    while (!signal.aborted) {
      await round().catch((error: unknown) => {
        if (!signal.aborted) onFailure(error);
      });
      await clock.wait(everyMs, signal, { isRound: true }).catch(() => undefined);
    }
  };
  return {
    start: () => {
      loop = run();
    },
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}
