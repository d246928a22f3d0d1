import type { Checkpoint } from "../../src/checkpoint.ts";
import { systemClock, type Clock } from "../../src/clock.ts";
import { JOB_TIMES } from "../../src/change-sets/run/job-times.ts";
import { runGantry } from "../../src/run.ts";

/**
 * The real server as tests of crashes start it: jobs' waits and leases are short (`GANTRY_TEST_SHORTEN`, a divisor),
 * and it tells its driver over IPC when it comes to a named point (`GANTRY_TEST_HALT_AT`), and halts there for good.
 */
const shorten = Number(process.env["GANTRY_TEST_SHORTEN"] ?? 1);
const haltAt = process.env["GANTRY_TEST_HALT_AT"];
/** Only where this item is in hand, when it is given. */
const haltFor = process.env["GANTRY_TEST_HALT_FOR"];

const clock: Clock = { now: systemClock.now, wait: (delayMs, signal) => systemClock.wait(delayMs / shorten, signal) };

const checkpoint: Checkpoint = async (name, { itemIds }) => {
  if (name !== haltAt || (haltFor !== undefined && !itemIds.includes(haltFor))) return;
  process.send?.({ halted: name });
  await new Promise(() => setInterval(() => undefined, 60_000));
};

void runGantry(process, {
  clock,
  checkpoint,
  jobTimes: {
    leaseMs: JOB_TIMES.leaseMs / shorten,
    heartbeatMs: JOB_TIMES.heartbeatMs / shorten,
    lookMs: JOB_TIMES.lookMs / shorten,
    proofMs: JOB_TIMES.proofMs / shorten,
    sendEndsMs: JOB_TIMES.sendEndsMs / (shorten * 4),
  },
});
