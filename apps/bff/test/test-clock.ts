import type { Clock } from "../src/clock.ts";

export type AppClock = Clock & {
  /** Moves time on and ends the waits that are over by then. */
  advanceBy: (durationMs: number) => void;
};

type Wait = { dueAt: number; end: () => void };

/**
 * A clock that stands still until told. Short waits (back-off, pacing) end at once and move it on by their length;
 * longer ones, and rounds in the background (heartbeats, sweeps), wait for `advanceBy`.
 */
export function createAppClock(startMs: number, options: { skipsWaitsUpToMs?: number } = {}): AppClock {
  const skipsUpToMs = options.skipsWaitsUpToMs ?? 10_000;
  const waits = new Set<Wait>();
  let nowMs = startMs;
  return {
    now: () => nowMs,
    wait: (delayMs, signal, { isRound } = { isRound: false }) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason);
          return;
        }
        if (delayMs <= skipsUpToMs && !isRound) {
          // The machine's clock tells whole milliseconds, and a timer is never early.
          nowMs += Math.ceil(delayMs);
          setImmediate(resolve);
          return;
        }
        const stop = () => {
          waits.delete(wait);
          reject(signal?.reason);
        };
        const end = () => {
          signal?.removeEventListener("abort", stop);
          resolve();
        };
        const wait: Wait = { dueAt: nowMs + delayMs, end };
        waits.add(wait);
        signal?.addEventListener("abort", stop, { once: true });
      }),
    advanceBy: (durationMs) => {
      nowMs += durationMs;
      for (const wait of [...waits].filter(({ dueAt }) => dueAt <= nowMs)) {
        waits.delete(wait);
        wait.end();
      }
    },
  };
}
