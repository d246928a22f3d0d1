import type { AppClock } from "./test-clock.ts";

/** A clock that moves on only when nothing else happens, and no further than the next wait that somebody still waits for. */
export type SteppingClock = AppClock & {
  /** Goes from the end of one wait to the end of the next until the work is done. */
  runUntil: <T>(work: Promise<T>) => Promise<T>;
};

/** Turns of the event loop without a new wait, after which nothing is going on but waits. */
const IDLE_TURNS = 10;

export function createSteppingClock(startMs = 0): SteppingClock {
  const waits = new Set<{ dueAt: number; end: () => void }>();
  let nowMs = startMs;
  const moveTo = (instant: number) => {
    nowMs = Math.max(nowMs, instant);
    for (const wait of [...waits].filter(({ dueAt }) => dueAt <= nowMs)) {
      waits.delete(wait);
      wait.end();
    }
  };
  return {
    // The machine's clock tells whole milliseconds.
    now: () => Math.floor(nowMs),
    wait: (delayMs, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason);
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
        // A timer is never early.
        const wait = { dueAt: Math.ceil(nowMs + delayMs), end };
        waits.add(wait);
        signal?.addEventListener("abort", stop, { once: true });
      }),
    advanceBy: (durationMs) => moveTo(nowMs + durationMs),
    runUntil: async (work) => {
      let isDone = false;
      const done = work.finally(() => {
        isDone = true;
      });
      done.catch(() => undefined);
      while (!isDone) {
        for (let turn = 0; turn < IDLE_TURNS && !isDone; turn += 1) await new Promise((next) => setImmediate(next));
        if (!isDone && waits.size > 0) moveTo(Math.min(...[...waits].map(({ dueAt }) => dueAt)));
      }
      return done;
    },
  };
}
