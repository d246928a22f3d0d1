import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import type { Log } from "../../log.ts";
import { createSweep, type Sweep } from "../../sweep.ts";
import { purgeStep } from "./purge.ts";

const SWEEP_EVERY_MS = 60 * 60_000;

/** Forgets what is older than it is kept, in the background and bit by bit. */
export function createRetention({ database, clock, log }: { database: Database; clock: Clock; log: Log }): Sweep {
  return createSweep(() => purgeStep(database, { now: clock.now() }), {
    clock,
    everyMs: SWEEP_EVERY_MS,
    onFailure: () => log.error({}, "old change sets could not be purged"),
  });
}
