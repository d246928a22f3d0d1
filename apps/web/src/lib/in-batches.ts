export type Batches<T> = {
  add: (item: T) => void;
  /** Hands over what waits, now. */
  flush: () => void;
};

/**
 * Gathers what comes in quick succession: the first at once, the rest together after each pause, so that a stream of
 * hundreds of lines is not hundreds of renderings.
 */
export function createBatches<T>(options: {
  take: (items: readonly T[]) => void;
  /** Runs it after the pause. */
  pause: (run: () => void) => void;
}): Batches<T> {
  let waiting: T[] = [];
  let isPausing = false;
  const flush = () => {
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    options.take(items);
  };
  const rest = () => {
    isPausing = true;
    options.pause(() => {
      isPausing = false;
      if (waiting.length === 0) return;
      flush();
      rest();
    });
  };
  return {
    add: (item) => {
      waiting.push(item);
      if (isPausing) return;
      flush();
      rest();
    },
    flush,
  };
}
