import type { AppClock } from "./test-clock.ts";

/** A clock that moves on only when nothing else happens, and no further than the next wait that somebody still waits for. */
export type SteppingClock = AppClock & {
  /** Epoch ms, with the fractions that `now` does not tell. */
  exactly: () => number;
  /** Goes from the end of one wait to the end of the next until the work is done. */
  runUntil: <T>(work: Promise<T>) => Promise<T>;
};

/** By how much a timer may end too early, and how soon at the earliest. */
const EARLY_MS = 2.4;
const LEAST_MS = 0.3;
/** Turns of the event loop without a new wait, after which nothing is going on but waits. */
const IDLE_TURNS = 10;

/** @param options.timers `early` ones are so by what Node's are on a busy loop, and end within a millisecond */
export function createSteppingClock(
  startMs = 0,
  { timers = "whole" }: { timers?: "whole" | "early" } = {},
): SteppingClock {
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
    exactly: () => nowMs,
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
        const dueAt = timers === "early" ? nowMs + Math.max(LEAST_MS, delayMs - EARLY_MS) : Math.ceil(nowMs + delayMs);
        const wait = { dueAt, end };
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
