import { expect, test, vi } from "vitest";
import { onFaultBench } from "./bench.ts";
import { LONG_MS } from "./counts.ts";
import { jobOf } from "./jobs.ts";
import { signIn } from "./person.ts";

vi.setConfig({ testTimeout: LONG_MS });

test("a change that ends the process three times is not sent a fourth time, and the others go on", () =>
  onFaultBench({ seed: 9 }, async (bench) => {
    const { simulator } = bench.world;
    const input = jobOf(simulator, { kind: "scrum", items: 20 });
    const poison = input.changes[7]?.itemId ?? "";
    const deadly = { GANTRY_TEST_HALT_AT: "after-intent", GANTRY_TEST_HALT_FOR: poison };
    let gantry = await bench.start(deadly);
    const person = await signIn(gantry.origin, bench.world);
    const { id } = await person.create(gantry.origin, input);
    for (let crashes = 0; crashes < 3; crashes += 1) {
      await gantry.reached;
      await gantry.kill();
      gantry = await bench.start(deadly);
    }
    const { origin } = gantry;
    const done = await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
    expect(done.counts).toMatchObject({ applied: 19, failed: 1 });
    const [first] = await person.results(origin, id);
    expect(first).toMatchObject({ itemId: poison, outcome: "failed", reason: "crashed" });
    expect(simulator.ledger.timesApplied(poison)).toBe(0);
  }));
