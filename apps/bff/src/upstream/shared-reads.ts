import { LRUCache } from "lru-cache";
import type { Clock } from "../clock.ts";

/** Permissions may have been taken away meanwhile: nothing older is ever given. */
const MAX_AGE_MS = 30_000;
const MAX_KEPT = 500;

type Flight = { answer: Promise<unknown>; waiting: number; stop: AbortController };

type ReadHow = "kept" | "joined" | "asked";

export type SharedReads = {
  /**
   * Gives a kept answer that is fresh enough, joins an equal read under way, or asks. Answers are shared: treat them
   * as read-only. The read under way ends when the last of its waiters has gone.
   */
  read: <T>(
    key: string,
    options: { signal: AbortSignal; freshForMs: number; ask: (signal: AbortSignal) => Promise<T> },
  ) => Promise<{ answer: T; how: ReadHow }>;
};

export function createSharedReads(clock: Clock): SharedReads {
  const kept = new LRUCache<string, { answer: unknown; at: number }>({ max: MAX_KEPT });
  const flights = new Map<string, Flight>();

  const takeOff = (key: string, ask: (signal: AbortSignal) => Promise<unknown>): Flight => {
    const stop = new AbortController();
    const startedAt = clock.now();
    const flight: Flight = { stop, waiting: 0, answer: ask(stop.signal) };
    flights.set(key, flight);
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.answer.then(
      (answer) => {
        kept.set(key, { answer, at: startedAt });
        land();
      },
      () => land(),
    );
    return flight;
  };

  const leave = (key: string, flight: Flight) => {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    // Whoever comes now must not join a read that is being stopped.
    if (flights.get(key) === flight) flights.delete(key);
    flight.stop.abort();
  };

  return {
    read: async <T>(
      key: string,
      options: { signal: AbortSignal; freshForMs: number; ask: (signal: AbortSignal) => Promise<T> },
    ) => {
      options.signal.throwIfAborted();
      const found = kept.get(key);
      if (found !== undefined && clock.now() - found.at < Math.min(options.freshForMs, MAX_AGE_MS)) {
        return { answer: asSameCall<T>(found.answer), how: "kept" };
      }
      const joined = flights.get(key);
      const flight = joined ?? takeOff(key, options.ask);
      flight.waiting += 1;
      try {
        const answer = await untilAborted(flight.answer, options.signal);
        return { answer: asSameCall<T>(answer), how: joined === undefined ? "asked" : "joined" };
      } finally {
        leave(key, flight);
      }
    },
  };
}

/** Equal keys mean the same operation with the same arguments, hence the same type of answer. */
function asSameCall<T>(answer: unknown): T {
  return answer as T;
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
