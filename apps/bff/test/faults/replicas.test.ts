import type { ChangeResult } from "@gantry/api-contract";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { JOB_TIMES } from "../../src/change-sets/run/job-times.ts";
import { onFaultBench, type FaultBench } from "./bench.ts";
import { count, inRounds, ITEMS, LONG_MS } from "./counts.ts";
import { startDatabases, type Databases } from "./databases.ts";
import { expectTruth } from "./expect-truth.ts";
import { ITEMS_PER_CALL, jobOf, OPERATIONS, type Kind } from "./jobs.ts";
import { signIn } from "./person.ts";
import { rollDice } from "./seed.ts";

const KILLS = 15;
const FREEZES = 20;
const FROZEN_ITEMS = 1_500;
/** A lease of a second. */
const SHORTEN = 8;
const LEASE_MS = JOB_TIMES.leaseMs / SHORTEN;
/** What is frozen on its way out leaves when it thaws: no freeze may last for so long. */
const SEND_ENDS_MS = JOB_TIMES.sendEndsMs / SHORTEN;

vi.setConfig({ testTimeout: LONG_MS });
let databases: Databases;
beforeAll(async () => {
  databases = await startDatabases();
});
afterAll(() => databases.server.remove());

async function begin(bench: FaultBench, { origin, kind, items }: { origin: string; kind: Kind; items: number }) {
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

test(`two replicas, ${KILLS} × kill -9 of one: the other goes on, and no change is sent by both`, () =>
  inRounds(async () => {
    const dice = rollDice("kills of replicas");
    const kind = "ipd";
    const items = ITEMS[kind];
    await onFaultBench(
      { seed: dice.seed, ipdItems: items, isLarge: true, databases, shorten: SHORTEN },
      async (bench) => {
        let [living, victim] = [await bench.start(), await bench.start()];
        const { person, input, id } = await begin(bench, { origin: living.origin, kind, items });
        for (const moment of dice.moments(KILLS, { calls: Math.ceil(items / ITEMS_PER_CALL[kind]) })) {
          const event = bench.world.writesReach(moment);
          expect(await person.endsBefore(living.origin, { id, event })).toBe(false);
          await victim.kill();
          [living, victim] = [await bench.start(), living];
        }
        const { origin } = living;
        await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
        count("F5", { kills: KILLS });
        await expectTruth({ ...bench.world, goal: "F5", person, origin, id, input });
      },
    );
  }));

test(`two replicas, ${FREEZES} × frozen for longer than a lease: what thaws writes nothing over and sends nothing twice`, () =>
  inRounds(async () => {
    let results: ChangeResult[] | null = null;
    while (results === null) results = await playFreezes();
    expect(results).toHaveLength(FROZEN_ITEMS);
  }));

/** Null where the machine stood still, so that a freeze was longer than it was to be. */
async function playFreezes(): Promise<ChangeResult[] | null> {
  const dice = rollDice("freezes of replicas");
  const items = FROZEN_ITEMS;
  const times = { shorten: SHORTEN, sendEndsMs: SEND_ENDS_MS };
  let results: ChangeResult[] | null = null;
  await onFaultBench({ seed: dice.seed, isLarge: true, databases, ...times }, async (bench) => {
    let [watcher, frozen] = [await bench.start(), await bench.start()];
    const { person, input, id } = await begin(bench, { origin: watcher.origin, kind: "scrum", items });
    for (const moment of dice.moments(FREEZES, { calls: items })) {
      const event = bench.world.writesReach(moment);
      expect(await person.endsBefore(watcher.origin, { id, event })).toBe(false);
      const frozenAt = performance.now();
      frozen.freeze();
      await new Promise((resolve) => setTimeout(resolve, LEASE_MS * 1.2 + dice.between(0, LEASE_MS / 2)));
      frozen.thaw();
      if (performance.now() - frozenAt >= SEND_ENDS_MS) return;
      [watcher, frozen] = [frozen, watcher];
    }
    const { origin } = watcher;
    await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
    count("F6", { freezes: FREEZES });
    results = await expectTruth({ ...bench.world, goal: "F6", person, origin, id, input });
  });
  return results;
}

test("what a replica had in hand when it ended is taken up by another that nobody asked, in 15 s by the product's own times", () =>
  onFaultBench({ seed: 5, databases, shorten: 1 }, async (bench) => {
    expect(JOB_TIMES.leaseMs + 2 * JOB_TIMES.lookMs).toBeLessThan(15_000);
    const holder = await bench.start({ GANTRY_TEST_HALT_AT: "after-intent" });
    const person = await signIn(holder.origin, bench.world);
    const input = jobOf(bench.world.simulator, { kind: "link", items: 250 });
    const { id } = await person.create(holder.origin, input);
    await holder.reached;
    const survivor = await bench.start({ GANTRY_TEST_TELL_AT: "recovering" });
    const { origin } = survivor;
    const killedAt = performance.now();
    await holder.kill();
    // From here on nobody asks the other anything, until it says by itself that it recovers.
    await survivor.reached;
    process.stdout.write(
      `F3: recovery began ${((performance.now() - killedAt) / 1_000).toFixed(1)} s after the kill\n`,
    );
    await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
    await expectTruth({ ...bench.world, goal: "F3", person, origin, id, input });
  }));
