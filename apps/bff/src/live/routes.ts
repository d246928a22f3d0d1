import { endpoints } from "@gantry/api-contract";
import type { VisibleProjects } from "./visible-projects.ts";
import type { Dependencies } from "../dependencies.ts";
import type { Feature } from "../feature.ts";
import type { Mirror } from "../mirror/mirror.ts";
import { bind, bindStream } from "../http/bind.ts";
import { createEventStream } from "./event-stream.ts";
import type { LiveFeed } from "./live-feed.ts";

/** Server-sent events: what a signed-in person may hear, as it happens. */
export function createLiveFeature(
  { bus, clock }: Dependencies,
  { feed, visible, mirror }: { feed: LiveFeed; visible: VisibleProjects; mirror: Pick<Mirror, "follow" | "watch"> },
): Feature {
  return {
    routes: [
      bindStream(endpoints.streamEvents, ({ query }, { session, upstream, signal }) => {
        mirror.follow({ upstream, signal }, { stream: query.stream ?? null });
        return createEventStream({
          session,
          feed,
          bus,
          clock,
          signal,
          canSee: async (projectId) => (await visible.of({ upstream, signal })).has(projectId),
        });
      }),
      bind(endpoints.watchProjects, async ({ body }, { upstream }) => {
        mirror.watch(upstream.identity, body);
        return null;
      }),
    ],
  };
}
