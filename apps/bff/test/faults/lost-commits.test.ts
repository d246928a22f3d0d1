import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { onFaultBench } from "./bench.ts";
import { startCommitCutter, type CommitCutter } from "./commit-cutter.ts";
import { count, inRounds, LONG_MS } from "./counts.ts";
import { startDatabases, type Databases } from "./databases.ts";
import { expectTruth } from "./expect-truth.ts";
import { jobOf } from "./jobs.ts";
import { signIn } from "./person.ts";
import { rollDice } from "./seed.ts";

const CUTS = 50;
const ITEMS = 300;

vi.setConfig({ testTimeout: LONG_MS });
let databases: Databases;
let cutter: CommitCutter;
beforeAll(async () => {
  databases = await startDatabases();
  cutter = await startCommitCutter(databases.server);
});
afterAll(async () => {
  await cutter.close();
  await databases.server.remove();
});

test(`${CUTS} × a commit whose answer is lost is neither taken for failed nor done twice`, () =>
  inRounds(async () => {
    const dice = rollDice("lost commits");
    const behindCutter: Databases = {
      ...databases,
      create: async () => {
        const url = new URL(await databases.create());
        url.port = String(cutter.port);
        return String(url);
      },
    };
    await onFaultBench({ seed: dice.seed, isLarge: true, databases: behindCutter }, async (bench) => {
      const gantry = await bench.start();
      const { origin } = gantry;
      const person = await signIn(origin, bench.world);
      const input = jobOf(bench.world.simulator, { kind: "scrum", items: ITEMS });
      const { id } = await person.create(origin, input);
      // Nothing is asked of the server in between: that write's own outcome is still to be committed.
      const cutAll = async () => {
        for (const moment of dice.moments(CUTS, { calls: ITEMS })) {
          await bench.world.writesReach(moment);
          await cutter.loseNextAnswer();
        }
      };
      expect(await person.endsBefore(origin, { id, event: cutAll() })).toBe(false);
      await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
      count("G6", { cuts: CUTS });
      await expectTruth({ ...bench.world, goal: "G6", person, origin, id, input });
    });
  }));
