import type { Channel } from "./store.ts";
import { createTopics } from "./topics.ts";

/** The channel of a store that only this process uses: nothing is ever lost. */
export function createLocalChannel(): Channel {
  const topics = createTopics();
  return {
    publish: topics.tell,
    subscribe: topics.subscribe,
    onGap: () => () => undefined,
    isWhole: () => true,
  };
}
