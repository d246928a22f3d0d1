import type { Dependencies } from "./dependencies.ts";
import type { Feature } from "./feature.ts";
import { createSessionFeature } from "./session/session-routes.ts";
import { createHealthFeature } from "./health/health-routes.ts";
import { createPlanningFeature } from "./features/planning-feature.ts";

/** Every part of the server, mounted in this order. A new feature adds its factory here. */
export function createFeatures(dependencies: Dependencies): readonly Feature[] {
  return [createSessionFeature(dependencies), createHealthFeature(dependencies), createPlanningFeature(dependencies)];
}
