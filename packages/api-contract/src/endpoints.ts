import { auditEndpoints } from "./endpoints/audit.ts";
import { baselineEndpoints } from "./endpoints/baselines.ts";
import { changeSetEndpoints } from "./endpoints/change-sets.ts";
import { coverageEndpoints } from "./endpoints/coverage.ts";
import { dependencyEndpoints } from "./endpoints/dependencies.ts";
import { loadEndpoints } from "./endpoints/load.ts";
import { planEndpoints } from "./endpoints/plans.ts";
import { projectEndpoints } from "./endpoints/projects.ts";
import { sessionEndpoints } from "./endpoints/session.ts";
import { shareEndpoints } from "./endpoints/shares.ts";
import { systemEndpoints } from "./endpoints/system.ts";
import { trendEndpoints } from "./endpoints/trends.ts";
import { viewEndpoints } from "./endpoints/views.ts";

/** Gantry's whole API, below `/api`. Paths are fixed: scripts and other clients rely on them. */
export const endpoints = {
  ...sessionEndpoints,
  ...projectEndpoints,
  ...planEndpoints,
  ...dependencyEndpoints,
  ...baselineEndpoints,
  ...loadEndpoints,
  ...coverageEndpoints,
  ...trendEndpoints,
  ...changeSetEndpoints,
  ...auditEndpoints,
  ...viewEndpoints,
  ...shareEndpoints,
  ...systemEndpoints,
} as const;

export type EndpointName = keyof typeof endpoints;
