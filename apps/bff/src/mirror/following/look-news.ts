import * as v from "valibot";
import type { Channel } from "../../database/store.ts";

/** Null = all that the page's reader sees. */
export type WatchedIds = readonly string[] | null;
/** What a page shows, as the process that holds its event stream must hear, whichever one it was told to. */
type WatchNews = { session: string; stream: string; projectIds: WatchedIds };
/** A process is about to ask CodeArts what has changed in a project, with so many calls. */
type LookNews = { processId: string; domainId: string; projectId: string; calls: number };

/** What processes tell each other of following. */
export type LookChannel = {
  tellWatch: (news: WatchNews) => void;
  tellLook: (news: LookNews) => void;
  /** Hears this process's own news too. Returns the function that ends the subscription. */
  subscribe: (listener: { onWatch: (news: WatchNews) => void; onLook: (news: LookNews) => void }) => () => void;
};

const watchSchema = v.object({
  kind: v.literal("watch"),
  session: v.string(),
  stream: v.string(),
  /** Joined, since a message holds no lists. */
  projectIds: v.nullable(v.string()),
});
const lookSchema = v.object({
  kind: v.literal("look"),
  processId: v.string(),
  domainId: v.string(),
  projectId: v.string(),
  calls: v.number(),
});
const messageSchema = v.variant("kind", [watchSchema, lookSchema]);

export function createLookChannel(channel: Pick<Channel, "publish" | "subscribe">): LookChannel {
  return {
    tellWatch: ({ session, stream, projectIds }) =>
      channel.publish("look", { kind: "watch", session, stream, projectIds: projectIds?.join(" ") ?? null }),
    tellLook: (news) => channel.publish("look", { kind: "look", ...news }),
    subscribe: ({ onWatch, onLook }) =>
      channel.subscribe("look", (message) => {
        const parsed = v.safeParse(messageSchema, message);
        // A process of another version may say other things.
        if (!parsed.success) return;
        const news = parsed.output;
        if (news.kind === "look") onLook(news);
        else onWatch({ ...news, projectIds: news.projectIds?.split(" ").filter((id) => id !== "") ?? null });
      }),
  };
}
