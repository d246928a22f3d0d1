import type { Clock } from "../clock.ts";

/** Weight of the newest in the running mean. */
const NEWEST = 0.1;
/** A database that hangs must not make jobs take their turns long before they can leave. */
const LONGEST_MS = 50;

/** How long calls took of late to be prepared, once it was their turn: a write's intent is committed first. */
export type Lead = {
  ms: () => number;
  /** Runs a preparation. Throws what that throws. */
  measure: (prepare: () => Promise<void>) => Promise<void>;
};

export function createLead(clock: Pick<Clock, "now">): Lead {
  let meanMs = 0;
  return {
    ms: () => Math.min(LONGEST_MS, Math.floor(meanMs)),
    measure: async (prepare) => {
      const startedAt = clock.now();
      await prepare();
      meanMs += (Math.max(0, clock.now() - startedAt) - meanMs) * NEWEST;
    },
  };
}
