import type { Clock } from "../src/clock.ts";

export type SteppingClock = Clock & {
  /** Goes from the end of one wait to the end of the next until the work is done. */
  runUntil: <T>(work: Promise<T>) => Promise<T>;
};

/** A clock that moves on only when nothing else happens, and no further than the next wait that somebody still waits for. */
export function createSteppingClock(): SteppingClock {
  const waits = new Set<{ dueAt: number; end: () => void }>();
  let nowMs = 0;
  return {
    now: () => nowMs,
    wait: (delayMs, signal) =>
      new Promise((resolve, reject) => {
        const wait = { dueAt: nowMs + delayMs, end: resolve };
        waits.add(wait);
        signal?.addEventListener("abort", () => {
          waits.delete(wait);
          reject(signal.reason);
        });
      }),
    runUntil: async (work) => {
      let isDone = false;
      const done = work.finally(() => {
        isDone = true;
      });
      done.catch(() => undefined);
      while (!isDone) {
        await new Promise((resolve) => setImmediate(resolve));
        const [next] = [...waits].toSorted((left, right) => left.dueAt - right.dueAt);
        if (isDone || next === undefined) continue;
        waits.delete(next);
        nowMs = Math.max(nowMs, next.dueAt);
        next.end();
      }
      return done;
    },
  };
}
