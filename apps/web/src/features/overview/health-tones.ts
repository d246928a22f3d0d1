import type { PlanHealth } from "@gantry/api-contract";

/** Colour of a health's shape, which says it without the colour too. */
export const HEALTH_TONES: Record<PlanHealth, string> = {
  late: "text-danger-text",
  "at-risk": "text-warning-text",
  stale: "text-muted",
  "on-track": "text-positive-text",
  empty: "text-faint",
};
