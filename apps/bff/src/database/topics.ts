import type { Channel, ChannelMessage, Tell, Topic } from "./store.ts";

type Listener = (message: ChannelMessage) => void;

/** Who in this process listens to what. */
export function createTopics(): { tell: Tell; subscribe: Channel["subscribe"] } {
  const listeners: Record<Topic, Set<Listener>> = {
    wake: new Set(),
    live: new Set(),
    session: new Set(),
    look: new Set(),
  };
  return {
    tell: (topic, message) => {
      for (const listener of listeners[topic]) listener(message);
    },
    subscribe: (topic: Topic, listener) => {
      listeners[topic].add(listener);
      return () => {
        listeners[topic].delete(listener);
      };
    },
  };
}
