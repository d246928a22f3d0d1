import type { FaultAction } from "@gantry/codearts-simulator";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { CheckpointName } from "../../src/checkpoint.ts";
import { openFaultBench, type FaultBench } from "./bench.ts";
import { count, LONG_MS, ROUNDS } from "./counts.ts";
import { startDatabases, type Databases } from "./databases.ts";
import { expectTruth } from "./expect-truth.ts";
import type { Environment, GantryProcess } from "./gantry-process.ts";
import { jobOf, KINDS, OPERATIONS, type Kind } from "./jobs.ts";
import { signIn } from "./person.ts";

vi.setConfig({ testTimeout: LONG_MS });
const ITEMS: Readonly<Record<Kind, number>> = { link: 230, scrum: 30, ipd: 130 };

/** Where our own code stands when the process is killed. */
const POINTS: readonly CheckpointName[] = [
  "before-intent",
  "after-intent",
  "answer-received",
  "reading-back",
  "outcome-committed",
];
/** Where the call stands. */
const ON_THE_WAY: readonly { name: string; fault: FaultAction; isCarriedOut: boolean }[] = [
  { name: "the call has arrived", fault: { kind: "hang" }, isCarriedOut: false },
  { name: "the work is done, no answer yet", fault: { kind: "hang", afterWork: true }, isCarriedOut: true },
  { name: "half of the answer is there", fault: { kind: "drip", bytesPerSecond: 20 }, isCarriedOut: true },
];

let databases: Databases;
beforeAll(async () => {
  databases = await startDatabases();
});
afterAll(() => databases.server.remove());

const CASES = (["sqlite", "postgres"] as const).flatMap((store) => KINDS.map((kind) => ({ store, kind })));

describe.concurrent.each(CASES)("a process of a $kind job on $store that is killed", ({ store, kind }) => {
  let bench: FaultBench;
  beforeAll(async () => {
    bench = await openFaultBench({ seed: 3, ipdItems: 200, databases: store === "postgres" ? databases : null });
  });
  afterAll(() => bench.close());

  const begin = async (environment: Environment = {}) => {
    await bench.empty();
    const gantry = await bench.start(environment);
    const person = await signIn(gantry.origin, bench.world);
    const input = jobOf(bench.world.simulator, { kind, items: ITEMS[kind] });
    const { id } = await person.create(gantry.origin, input);
    return { gantry, person, input, id };
  };
  type Begun = Awaited<ReturnType<typeof begin>>;

  const finish = async ({ person, input, id }: Begun, gantry: GantryProcess) => {
    const { origin } = gantry;
    const done = await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
    const goal = `F2 ${kind} on ${store}`;
    count(goal, { kills: 1 });
    await expectTruth({ ...bench.world, goal, person, origin, id, input });
    await gantry.kill();
    bench.world.simulator.reset();
    return done;
  };

  test.sequential.each(repeated(POINTS))("at %s leaves no change lost, doubled or in doubt", async (point) => {
    const begun = await begin({ GANTRY_TEST_HALT_AT: point });
    await begun.gantry.reached;
    await begun.gantry.kill();
    const done = await finish(begun, await bench.start());
    expect(done.counts.applied).toBe(ITEMS[kind]);
  });

  test.sequential.each(repeated(ON_THE_WAY))("when $name: the same", async ({ fault, isCarriedOut }) => {
    bench.world.simulator.faults.add({ when: { operation: OPERATIONS[kind], times: 1 }, do: fault });
    const reached = isCarriedOut ? bench.world.carriedOut() : bench.world.writesFromNow(1);
    const begun = await begin();
    await reached;
    await begun.gantry.kill();
    const done = await finish(begun, await bench.start());
    expect(done.counts.applied).toBe(ITEMS[kind]);
  });

  test.sequential("again, while the next one recovers: the same", async () => {
    const begun = await begin({ GANTRY_TEST_HALT_AT: "after-intent" });
    await begun.gantry.reached;
    await begun.gantry.kill();
    const recovering = await bench.start({ GANTRY_TEST_HALT_AT: "recovering" });
    await recovering.reached;
    await recovering.kill();
    const done = await finish(begun, await bench.start());
    expect(done.counts.applied).toBe(ITEMS[kind]);
  });

  test.sequential("while it is paused, stays paused and goes on when told to", async () => {
    const { simulator } = bench.world;
    const first = bench.world.hold(1);
    // One call after the other, so that some are left to be sent.
    const begun = await begin({ GANTRY_TEST_HALT_AT: "paused", UPSTREAM_CONCURRENCY: "2" });
    const { person, id } = begun;
    await first.reached;
    await person.steer(begun.gantry.origin, { id, order: "pause" });
    first.release();
    await begun.gantry.reached;
    await begun.gantry.kill();
    const sent = simulator.ledger.calls(OPERATIONS[kind]);
    const next = await bench.start();
    expect((await person.read(next.origin, id)).state).toBe("paused");
    expect(simulator.ledger.calls(OPERATIONS[kind])).toBe(sent);
    await person.steer(next.origin, { id, order: "resume" });
    const done = await finish(begun, next);
    expect(done.counts.applied).toBe(ITEMS[kind]);
  });

  test.sequential("while it stops in good order: the same", async () => {
    const first = bench.world.writesFromNow(1);
    const begun = await begin();
    await first;
    begun.gantry.askToStop();
    await begun.gantry.kill();
    const done = await finish(begun, await bench.start());
    expect(done.counts.applied).toBe(ITEMS[kind]);
  });
});

function repeated<T>(list: readonly T[]): T[] {
  return Array.from({ length: ROUNDS }, () => list).flat();
}
