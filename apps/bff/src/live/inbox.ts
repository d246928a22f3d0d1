/** What waits for one reader: at most one value a topic, the newest, in the order in which the topics came up. */
type Inbox<T> = {
  put: (topic: string, value: T) => void;
  /** Takes nothing more in; what is there can still be read. */
  close: (last?: T) => void;
  /** The next value; undefined when the inbox is closed and empty. */
  next: () => Promise<T | undefined>;
};

export function createInbox<T>(): Inbox<T> {
  const waiting = new Map<string, T>();
  let last: T | undefined;
  let isClosed = false;
  let notify: () => void = () => undefined;
  let arrival = Promise.resolve();

  const arm = () => {
    arrival = new Promise((resolve) => {
      notify = resolve;
    });
  };
  arm();

  const take = (): T | undefined => {
    const first = waiting.entries().next();
    if (first.done !== true) {
      waiting.delete(first.value[0]);
      return first.value[1];
    }
    const value = last;
    last = undefined;
    return value;
  };

  return {
    put: (topic, value) => {
      if (isClosed) return;
      waiting.set(topic, value);
      notify();
    },
    close: (value) => {
      if (isClosed) return;
      isClosed = true;
      last = value;
      notify();
    },
    next: async () => {
      for (;;) {
        const value = take();
        if (value !== undefined || isClosed) return value;
        arm();
        await arrival;
      }
    },
  };
}
