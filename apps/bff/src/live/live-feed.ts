import type { LiveEvent } from "@gantry/api-contract";
import type { Owner } from "../session/session.ts";

/** Something that happened, before it is known who may hear of it. */
export type LiveNews = {
  /** Whose change set it was; that person hears of it whatever became of their rights in the project. */
  owner: Owner;
  projectId: string;
  /** News of the same topic replace each other where a reader is slow. */
  topic: string;
  /** The event as one viewer may see it. */
  toEvent: (viewer: Owner) => LiveEvent;
};

/** What the parts of one process tell its open event streams. */
export type LiveFeed = {
  publish: (news: LiveNews) => void;
  /** Returns the function that ends the subscription. */
  subscribe: (listener: (news: LiveNews) => void) => () => void;
};

export function createLiveFeed(): LiveFeed {
  const listeners = new Set<(news: LiveNews) => void>();
  return {
    publish: (news) => {
      for (const listener of listeners) listener(news);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
