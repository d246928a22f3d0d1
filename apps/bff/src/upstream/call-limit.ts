import type { Clock } from "../clock.ts";

/** Calls that may go out in one moment after a quiet time, as a share of the rate of a second. */
const BURST_SECONDS = 1;

export type CallLimit = {
  /** Runs the work when its turn comes. Rejects with the signal's reason when that aborts while it waits. */
  run: <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;
  queued: () => number;
};

/** First come, first served: so many calls at once, and so many a second. */
export function createCallLimit(options: { concurrency: number; ratePerSecond: number; clock: Clock }): CallLimit {
  const { concurrency, ratePerSecond, clock } = options;
  const intervalMs = 1000 / ratePerSecond;
  const toleranceMs = (ratePerSecond * BURST_SECONDS - 1) * intervalMs;
  const waiting: (() => void)[] = [];
  let running = 0;
  /** When a steady stream of calls at the full rate would send the next one. */
  let nextDueAt = 0;

  const enter = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (running < concurrency) {
        running += 1;
        resolve();
        return;
      }
      const onTurn = () => {
        signal.removeEventListener("abort", onAbort);
        resolve();
      };
      const onAbort = () => {
        waiting.splice(waiting.indexOf(onTurn), 1);
        reject(signal.reason);
      };
      waiting.push(onTurn);
      signal.addEventListener("abort", onAbort, { once: true });
    });

  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  const keepPace = async (signal: AbortSignal) => {
    const now = clock.now();
    const delayMs = Math.max(nextDueAt - now - toleranceMs, 0);
    nextDueAt = Math.max(nextDueAt, now) + intervalMs;
    if (delayMs > 0) await clock.wait(delayMs, signal);
  };

  return {
    queued: () => waiting.length,
    run: async (signal, work) => {
      signal.throwIfAborted();
      await enter(signal);
      try {
        await keepPace(signal);
        return await work();
      } finally {
        leave();
      }
    },
  };
}
