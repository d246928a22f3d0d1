import { afterEach, expect, test, vi } from "vitest";
import { openFaultBench, type FaultBench } from "./bench.ts";
import { ITEMS, LONG_MS, many } from "./counts.ts";
import { expectTruth } from "./expect-truth.ts";
import { ITEMS_PER_CALL, jobOf, KINDS, OPERATIONS } from "./jobs.ts";
import { signIn } from "./person.ts";
import { rollDice } from "./seed.ts";

const KILLS = many(20, { inSoak: 334 });

vi.setConfig({ testTimeout: LONG_MS });
let bench: FaultBench;
afterEach(() => bench.close());

test.each(KINDS)(`${KILLS} × kill -9 at random in a job of ${ITEMS} items: %s`, async (kind) => {
  const dice = rollDice(`kills of ${kind}`);
  bench = await openFaultBench({ seed: dice.seed, ipdItems: ITEMS, isLarge: true });
  const { world } = bench;
  const { simulator } = world;
  let gantry = await bench.start();
  const person = await signIn(gantry.origin, { simulator });
  const operation = OPERATIONS[kind];
  for (const [action, probability] of [
    [{ kind: "reset-after-work" }, 0.04],
    [{ kind: "reset-before-work" }, 0.02],
    [{ kind: "status", status: 500, afterWork: true }, 0.02],
    [{ kind: "busy-before-work" }, 0.02],
  ] as const) {
    simulator.faults.add({ when: { operation, probability }, do: action });
  }
  const input = jobOf(simulator, { kind, items: ITEMS });
  const { id } = await person.create(gantry.origin, input);

  const between = Math.max(1, Math.floor((1.6 * ITEMS) / ITEMS_PER_CALL[kind] / (KILLS + 1)));
  for (let kills = 0; kills < KILLS; kills += 1) {
    const event = world.writesFromNow(dice.between(1, between));
    if (await person.endsBefore(gantry.origin, { id, event })) break;
    await gantry.kill();
    gantry = await bench.start();
  }
  await person.until(gantry.origin, { id, isReached: ({ state }) => state === "finished" });
  expect(await expectTruth({ simulator, person, origin: gantry.origin, id, input })).toHaveLength(input.changes.length);
});
