import type { Checkpoint } from "../../src/checkpoint.ts";
import { systemClock, type Clock } from "../../src/clock.ts";
import { JOB_TIMES } from "../../src/change-sets/run/job-times.ts";
import { type Migration, migrations } from "../../src/database/migrations.ts";
import { runGantry } from "../../src/run.ts";

/**
 * The real server as tests of crashes start it: jobs' waits and leases are short (`GANTRY_TEST_SHORTEN`, a divisor),
 * the one after which a send is surely over as long as told (`GANTRY_TEST_SEND_ENDS_MS`), its machine's clock can be
 * set (`{ aheadMs }` over IPC), and it tells its driver when it comes to a named point (`GANTRY_TEST_TELL_AT`), or
 * halts there for good (`GANTRY_TEST_HALT_AT`; a step of the schema: `GANTRY_TEST_HALT_IN_STEP`, all done but not
 * committed). As the next version, it has a step more (`GANTRY_TEST_NEXT_STEP`).
 */
const { env } = process;
const shorten = Number(env["GANTRY_TEST_SHORTEN"] ?? 1);
/** Only where this item is in hand, when it is given. */
const haltFor = env["GANTRY_TEST_HALT_FOR"];

let aheadMs = 0;
process.on("message", (told) => {
  if (typeof told !== "object" || told === null || !("aheadMs" in told)) return;
  aheadMs = Number(told.aheadMs);
  process.send?.({ isClockSet: true });
});
process.channel?.unref();

const clock: Clock = {
  now: () => systemClock.now() + aheadMs,
  wait: (delayMs, signal) => systemClock.wait(delayMs / shorten, signal),
};

async function halt(name: string): Promise<never> {
  process.send?.({ reached: name });
  return await new Promise<never>(() => setInterval(() => undefined, 60_000));
}

const checkpoint: Checkpoint = async (name, { itemIds }) => {
  if (name === env["GANTRY_TEST_TELL_AT"]) process.send?.({ reached: name });
  if (name !== env["GANTRY_TEST_HALT_AT"] || (haltFor !== undefined && !itemIds.includes(haltFor))) return;
  await halt(name);
};

const nextStep = env["GANTRY_TEST_NEXT_STEP"];
if (nextStep !== undefined) {
  asList(migrations).push({
    name: nextStep,
    up: async ({ schema }) => {
      await schema.createTable("of_the_next_version").addColumn("id", "text").execute();
    },
  });
}

function asList(steps: readonly Migration[]): Migration[] {
  return steps as Migration[];
}

for (const step of migrations) {
  const { name, up } = step;
  if (name !== env["GANTRY_TEST_HALT_IN_STEP"]) continue;
  step.up = async (database) => {
    await up(database);
    await halt(name);
  };
}

void runGantry(process, {
  clock,
  checkpoint,
  jobTimes: {
    leaseMs: JOB_TIMES.leaseMs / shorten,
    heartbeatMs: JOB_TIMES.heartbeatMs / shorten,
    lookMs: JOB_TIMES.lookMs / shorten,
    proofMs: JOB_TIMES.proofMs / shorten,
    sendEndsMs: Number(env["GANTRY_TEST_SEND_ENDS_MS"] ?? JOB_TIMES.sendEndsMs / (shorten * 4)),
  },
});
