import { createAuditFeature } from "./audit/routes.ts";
import { createChangeSetFeature } from "./change-sets/routes.ts";
import { createPace } from "./change-sets/pace.ts";
import type { Dependencies } from "./dependencies.ts";
import type { Feature } from "./feature.ts";
import { createSessionFeature } from "./session/session-routes.ts";
import { createBaselineFeature } from "./features/baselines/routes.ts";
import { createCoverageFeature } from "./features/coverage/routes.ts";
import { createDependencyFeature } from "./features/dependencies/routes.ts";
import { createLoadFeature } from "./features/load/routes.ts";
import { createTrendFeature } from "./features/trends/routes.ts";
import { withDailyNotes } from "./features/trends/with-daily-notes.ts";
import { createShareFeature } from "./features/shares/routes.ts";
import { createViewFeature } from "./features/views/routes.ts";
import { createHealthFeature } from "./health/health-routes.ts";
import { createPlanningFeature } from "./features/planning-feature.ts";
import { createMirror } from "./mirror/create-mirror.ts";
import { createLiveFeed } from "./live/live-feed.ts";
import { createLiveFeature } from "./live/routes.ts";
import { createVisibleProjects } from "./live/visible-projects.ts";

/** Every part of the server, mounted in this order. A new feature adds its factory here. */
export function createFeatures(dependencies: Dependencies): readonly Feature[] {
  const pace = createPace(dependencies.upstreams.pace);
  const feed = createLiveFeed(dependencies.store, { clock: dependencies.clock, pace });
  const visible = createVisibleProjects(dependencies.clock);
  const { mirror: read, upkeep } = createMirror(dependencies, { feed });
  const mirror = withDailyNotes(read, dependencies);
  return [
    createSessionFeature(dependencies),
    createHealthFeature(dependencies),
    createPlanningFeature(dependencies, { mirror, feed }),
    createDependencyFeature(dependencies, { feed }),
    createBaselineFeature(dependencies, { feed }),
    createCoverageFeature(dependencies, { mirror }),
    createTrendFeature(dependencies, { mirror }),
    createLoadFeature({ clock: dependencies.clock, mirror }),
    createChangeSetFeature(dependencies, { feed, visible, pace }),
    createViewFeature(dependencies),
    createShareFeature(dependencies, { mirror }),
    createAuditFeature(dependencies, { visible }),
    createLiveFeature(dependencies, { feed, visible, mirror }),
    upkeep,
  ];
}
