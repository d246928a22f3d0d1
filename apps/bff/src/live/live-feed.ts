import type { LiveEvent } from "@gantry/api-contract";
import { findTallied } from "../change-sets/ledger/read-tallied.ts";
import type { Pace } from "../change-sets/pace.ts";
import { toChangeSet } from "../change-sets/to-change-set.ts";
import type { Clock } from "../clock.ts";
import type { Store } from "../database/store.ts";
import type { Owner } from "../session/session.ts";
import { fromMessage, type LiveNews, toMessage, topicOf } from "./live-news.ts";

/** News as a replica's event streams take them. */
export type HeardNews = Pick<LiveNews, "owner" | "projectId"> & {
  topic: string;
  /** The event as one viewer may see it; null where there is nothing left to tell. */
  toEvent: (viewer: Owner) => Promise<LiveEvent | null>;
};

/** What happens on any replica, told to the open event streams of all. */
export type LiveFeed = {
  publish: (news: LiveNews) => void;
  /** Returns the function that ends the subscription. */
  subscribe: (listener: (news: HeardNews) => void) => () => void;
};

export function createLiveFeed(
  { database, channel }: Pick<Store, "database" | "channel">,
  { clock, pace }: { clock: Clock; pace: Pace },
): LiveFeed {
  const listeners = new Set<(news: HeardNews) => void>();
  const toEvent = (news: LiveNews): HeardNews["toEvent"] => {
    const { projectId, subject } = news;
    switch (subject.kind) {
      case "change-set": {
        // Read once, now, for all who listen here: so each of them sees it go forward only.
        const reading = findTallied(database, subject.changeSetId).catch(() => null);
        return async (viewer) => {
          const found = await reading;
          if (found === null) return null;
          const { record, tally } = found;
          return { type: "change-set", changeSet: toChangeSet(record, { tally, viewer, now: clock.now(), pace }) };
        };
      }
      case "plan":
        return async () => ({ type: "plan-changed", projectId, planId: subject.planId });
      case "dependencies":
        return async () => ({ type: "dependencies-changed", projectId });
      case "baselines":
        return async () => ({ type: "baselines-changed", projectId, planId: subject.planId });
    }
  };
  channel.subscribe("live", (message) => {
    const news = listeners.size === 0 ? null : fromMessage(message);
    if (news === null) return;
    const { owner, projectId } = news;
    const heard: HeardNews = { owner, projectId, topic: topicOf(news), toEvent: toEvent(news) };
    for (const listener of listeners) listener(heard);
  });
  return {
    publish: (news) => channel.publish("live", toMessage(news)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
