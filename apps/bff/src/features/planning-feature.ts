import type { Dependencies } from "../dependencies.ts";
import type { Feature } from "../feature.ts";
import type { LiveFeed } from "../live/live-feed.ts";
import type { Mirror } from "../mirror/mirror.ts";
import { createOverviewRoutes } from "./overview/routes.ts";
import { createPlanRoutes } from "./plans/routes.ts";
import { projectRoutes } from "./projects/routes.ts";
import { createWorkItemRoutes } from "./work-items/routes.ts";

/** Reading what a team has planned, and keeping its plans. */
export function createPlanningFeature(
  dependencies: Dependencies,
  { mirror, feed }: { mirror: Mirror; feed: LiveFeed },
): Feature {
  return {
    routes: [
      ...projectRoutes,
      ...createPlanRoutes(dependencies, { mirror, feed }),
      ...createWorkItemRoutes(dependencies),
      ...createOverviewRoutes(dependencies, { mirror }),
    ],
  };
}
