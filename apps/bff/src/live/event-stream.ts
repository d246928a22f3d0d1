import type { LiveEvent } from "@gantry/api-contract";
import type { Bus } from "../bus.ts";
import type { Clock } from "../clock.ts";
import type { Session } from "../session/session.ts";
import { createInbox } from "./inbox.ts";
import type { HeardNews, LiveFeed } from "./live-feed.ts";

type EventStreamOptions = {
  session: Session;
  feed: LiveFeed;
  bus: Bus;
  clock: Clock;
  /** Aborts when the reader goes away. */
  signal: AbortSignal;
  /** Whether this session's person may see a project now. */
  canSee: (projectId: string) => Promise<boolean>;
};

type Entry = { kind: "news"; news: HeardNews } | { kind: "last"; event: LiveEvent };

/**
 * What one session may hear, from now on. Ends with `session-ended` (also when the session's time is up) or
 * `server-stopping`; the reader's going away ends it at once.
 */
export function createEventStream(options: EventStreamOptions): AsyncIterable<LiveEvent> {
  return { [Symbol.asyncIterator]: () => openStream(options) };
}

function openStream({ session, feed, bus, clock, signal, canSee }: EventStreamOptions): AsyncIterator<LiveEvent> {
  const inbox = createInbox<Entry>();
  const closed = new AbortController();
  const unsubscribeFeed = feed.subscribe((news) => {
    if (news.owner.domainId === session.domainId) inbox.put(news.topic, { kind: "news", news });
  });
  const end = (event?: LiveEvent) => {
    unsubscribeFeed();
    unsubscribeBus();
    closed.abort();
    inbox.close(event === undefined ? undefined : { kind: "last", event });
  };
  const unsubscribeBus = bus.subscribe((event) => {
    if (event.type === "server-stopping") end({ type: "server-stopping" });
    // The browser opens another stream and reads anew what it shows; so it also learns that its session has ended.
    if (event.type === "news-missed") end();
    if (event.type === "session-ended" && event.sessionId === session.id) end({ type: "session-ended" });
  });
  signal.addEventListener("abort", () => end(), { once: true, signal: closed.signal });
  if (signal.aborted) end();
  clock.wait(Math.max(0, session.expiresAt - clock.now()), closed.signal).then(
    () => end({ type: "session-ended" }),
    () => undefined,
  );

  const isOwn = ({ owner }: HeardNews) => owner.userId === session.userId && owner.domainId === session.domainId;
  return {
    next: async () => {
      for (let entry = await inbox.next(); entry !== undefined; entry = await inbox.next()) {
        if (entry.kind === "last") return { done: false, value: entry.event };
        const { news } = entry;
        if (!isOwn(news) && !(await canSee(news.projectId))) continue;
        const event = await news.toEvent(session);
        if (event !== null) return { done: false, value: event };
      }
      return { done: true, value: undefined };
    },
    return: async () => {
      end();
      return { done: true, value: undefined };
    },
  };
}
