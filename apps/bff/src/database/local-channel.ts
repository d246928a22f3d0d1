import type { Channel, ChannelMessage, Topic } from "./store.ts";

/** The channel of a store that only this process uses: nothing is ever lost. */
export function createLocalChannel(): Channel {
  const listeners = new Map<Topic, Set<(message: ChannelMessage) => void>>();
  return {
    publish: (topic, message) => {
      for (const listener of listeners.get(topic) ?? []) listener(message);
    },
    subscribe: (topic, listener) => {
      const own = listeners.get(topic) ?? new Set();
      listeners.set(topic, own);
      own.add(listener);
      return () => {
        own.delete(listener);
      };
    },
    onGap: () => () => undefined,
    isWhole: () => true,
  };
}
