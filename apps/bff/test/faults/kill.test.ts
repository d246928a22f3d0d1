import { expect, test, vi } from "vitest";
import { onFaultBench } from "./bench.ts";
import { count, inRounds, ITEMS, LONG_MS } from "./counts.ts";
import { expectTruth } from "./expect-truth.ts";
import { ITEMS_PER_CALL, jobOf, KINDS, OPERATIONS } from "./jobs.ts";
import { signIn } from "./person.ts";
import { rollDice } from "./seed.ts";

const KILLS = 20;

vi.setConfig({ testTimeout: LONG_MS });

test.each(KINDS)(`${KILLS} × kill -9 at random in a job of thousands of items: %s`, (kind) =>
  inRounds(async () => {
    const dice = rollDice(`kills of ${kind}`);
    const perCall = ITEMS_PER_CALL[kind];
    const items = ITEMS[kind];
    await onFaultBench({ seed: dice.seed, ipdItems: items, isLarge: true }, async (bench) => {
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
      const input = jobOf(simulator, { kind, items });
      const { id } = await person.create(gantry.origin, input);

      for (const moment of dice.moments(KILLS, { calls: Math.ceil(items / perCall) })) {
        expect(await person.endsBefore(gantry.origin, { id, event: world.writesReach(moment) })).toBe(false);
        await gantry.kill();
        gantry = await bench.start();
      }
      await person.until(gantry.origin, { id, isReached: ({ state }) => state === "finished" });
      count(`F1 ${kind}`, { kills: KILLS });
      await expectTruth({ goal: `F1 ${kind}`, simulator, person, origin: gantry.origin, id, input });
    });
  }),
);
