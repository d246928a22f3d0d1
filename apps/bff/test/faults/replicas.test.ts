import { startPostgres, type PostgresServer } from "@gantry/tooling/tasks/postgres.mjs";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { JOB_TIMES } from "../../src/change-sets/run/job-times.ts";
import { openFaultBench, type FaultBench } from "./bench.ts";
import { ITEMS, LONG_MS, many } from "./counts.ts";
import { expectTruth } from "./expect-truth.ts";
import type { GantryProcess } from "./gantry-process.ts";
import { ITEMS_PER_CALL, jobOf, OPERATIONS, type Kind } from "./jobs.ts";
import { signIn } from "./person.ts";
import { rollDice, type Dice } from "./seed.ts";

const KILLS = many(15, { inSoak: 300 });
const FREEZES = many(20, { inSoak: 500 });
/** A lease of a second. */
const SHORTEN = 8;
const LEASE_MS = 8_000 / SHORTEN;

vi.setConfig({ testTimeout: LONG_MS });
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

let bench: FaultBench;
afterEach(() => bench.close());

async function openReplicas(dice: Dice): Promise<[GantryProcess, GantryProcess]> {
  const databaseUrl = `postgres://gantry@127.0.0.1:${server.port}/postgres`;
  bench = await openFaultBench({ seed: dice.seed, ipdItems: ITEMS, isLarge: true, databaseUrl, shorten: SHORTEN });
  return [await bench.start(), await bench.start()];
}

async function begin(origin: string, { kind, items }: { kind: Kind; items: number }) {
  const { simulator } = bench.world;
  for (const [action, probability] of [
    [{ kind: "reset-after-work" }, 0.03],
    [{ kind: "reset-before-work" }, 0.03],
  ] as const) {
    simulator.faults.add({ when: { operation: OPERATIONS[kind], probability }, do: action });
  }
  const person = await signIn(origin, bench.world);
  const input = jobOf(simulator, { kind, items });
  const { id } = await person.create(origin, input);
  return { person, input, id };
}

test(`two replicas, ${KILLS} × kill -9 of one: the other goes on, and no change is sent by both`, async () => {
  const dice = rollDice("kills of replicas");
  const kind = "ipd";
  let [living, victim] = await openReplicas(dice);
  const { person, input, id } = await begin(living.origin, { kind, items: ITEMS });
  const between = Math.max(1, Math.floor((1.6 * ITEMS) / ITEMS_PER_CALL[kind] / (KILLS + 1)));
  for (let kills = 0; kills < KILLS; kills += 1) {
    const event = bench.world.writesFromNow(dice.between(1, between));
    if (await person.endsBefore(living.origin, { id, event })) break;
    await victim.kill();
    [living, victim] = [await bench.start(), living];
  }
  const { origin } = living;
  await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
  expect(await expectTruth({ ...bench.world, person, origin, id, input })).toHaveLength(input.changes.length);
});

test(`two replicas, ${FREEZES} × frozen for longer than a lease: what thaws writes nothing over and sends nothing twice`, async () => {
  const dice = rollDice("freezes of replicas");
  const kind = "scrum";
  const items = Math.min(ITEMS, 1_500);
  let [watcher, frozen] = await openReplicas(dice);
  const { person, input, id } = await begin(watcher.origin, { kind, items });
  const between = Math.max(1, Math.floor((1.4 * items) / (FREEZES + 1)));
  for (let freezes = 0; freezes < FREEZES; freezes += 1) {
    const event = bench.world.writesFromNow(dice.between(1, between));
    if (await person.endsBefore(watcher.origin, { id, event })) break;
    frozen.freeze();
    await new Promise((resolve) => setTimeout(resolve, LEASE_MS * 1.2 + dice.between(0, LEASE_MS / 2)));
    frozen.thaw();
    [watcher, frozen] = [frozen, watcher];
  }
  const { origin } = watcher;
  await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
  expect(await expectTruth({ ...bench.world, person, origin, id, input })).toHaveLength(input.changes.length);
});

test("a job goes on by itself when the replica that had it has ended: in 15 s, by the product's own times", async () => {
  expect(JOB_TIMES.leaseMs + 2 * JOB_TIMES.lookMs).toBeLessThan(15_000);
  const databaseUrl = `postgres://gantry@127.0.0.1:${server.port}/postgres`;
  bench = await openFaultBench({ seed: 5, databaseUrl, shorten: SHORTEN });
  const holder = await bench.start({ GANTRY_TEST_HALT_AT: "before-intent" });
  const person = await signIn(holder.origin, bench.world);
  const input = jobOf(bench.world.simulator, { kind: "link", items: 250 });
  const { id } = await person.create(holder.origin, input);
  await holder.halted;
  const { origin } = await bench.start();
  await holder.kill();
  await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
  expect(await expectTruth({ ...bench.world, person, origin, id, input })).toHaveLength(input.changes.length);
});
