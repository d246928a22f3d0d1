type Flight = { answer: Promise<unknown>; waiting: number; stop: AbortController };

/** Work that several people need at the same time, done once, with the token of whoever came first. */
export type SharedWork = {
  /**
   * Joins equal work under way or begins it. Where the one who began it fails, is signed out or may not, that is
   * theirs alone: the next in line begins anew with a token of its own. The work ends when nobody waits for it.
   */
  run: <T>(
    key: string,
    options: { signal: AbortSignal; work: (signal: AbortSignal) => Promise<T> },
  ) => Promise<{ answer: T; isOwn: boolean }>;
};

export function createSharedWork(): SharedWork {
  const flights = new Map<string, Flight>();

  const takeOff = (key: string, work: (signal: AbortSignal) => Promise<unknown>): Flight => {
    const stop = new AbortController();
    const flight: Flight = { stop, waiting: 0, answer: work(stop.signal) };
    flights.set(key, flight);
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.answer.then(land, land);
    return flight;
  };

  const waitFor = async (key: string, flight: Flight, signal: AbortSignal): Promise<unknown> => {
    flight.waiting += 1;
    try {
      return await untilAborted(flight.answer, signal);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        if (flights.get(key) === flight) flights.delete(key);
        flight.stop.abort();
      }
    }
  };

  return {
    run: async <T>(
      key: string,
      { signal, work }: { signal: AbortSignal; work: (signal: AbortSignal) => Promise<T> },
    ) => {
      for (;;) {
        signal.throwIfAborted();
        const joined = flights.get(key);
        if (joined === undefined) {
          return { answer: asSameWork<T>(await waitFor(key, takeOff(key, work), signal)), isOwn: true };
        }
        const ended = await waitFor(key, joined, signal).then(
          (answer) => ({ answer: asSameWork<T>(answer) }),
          () => null,
        );
        if (ended !== null) return { ...ended, isOwn: false };
      }
    },
  };
}

/** Equal keys mean the same work, hence the same type of answer. */
function asSameWork<T>(answer: unknown): T {
  return answer as T;
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
