/** Calls that may be under way at once, shared fairly: whoever waits is served in turn, however much each has to do. */
export type Slots = {
  /** Runs the work when a slot is free; `key` names whose turn it takes. */
  run: <T>(key: string, work: () => Promise<T>) => Promise<T>;
};

export function createSlots(limit: number): Slots {
  const waiting = new Map<string, (() => void)[]>();
  let free = limit;

  const release = () => {
    const next = waiting.entries().next();
    if (next.done === true) {
      free += 1;
      return;
    }
    const [key, queue] = next.value;
    waiting.delete(key);
    const start = queue.shift();
    // Back to the end of the round, so that the others come first.
    if (queue.length > 0) waiting.set(key, queue);
    start?.();
  };

  const take = (key: string) => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise<void>((start) => {
      const queue = waiting.get(key);
      if (queue === undefined) waiting.set(key, [start]);
      else queue.push(start);
    });
  };

  return {
    run: async (key, work) => {
      await take(key);
      try {
        return await work();
      } finally {
        release();
      }
    },
  };
}
