import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { onFaultBench } from "./bench.ts";
import { count, inRounds, LONG_MS } from "./counts.ts";
import { startDatabases, type Databases } from "./databases.ts";
import { expectTruth } from "./expect-truth.ts";
import { jobOf } from "./jobs.ts";
import { signIn } from "./person.ts";
import { rollDice } from "./seed.ts";

const HOUR_MS = 3_600_000;
/** Each jump is from where the one before has led to. */
const JUMPS_TO_HOURS = [1, -1, 25, 0, -25, 25, -1, -25, 1, 0];
const ITEMS = 300;
/** A lease of a second; ended sessions are looked for every two. */
const SHORTEN = 8;

vi.setConfig({ testTimeout: LONG_MS });
let databases: Databases;
beforeAll(async () => {
  databases = await startDatabases();
});
afterAll(() => databases.server.remove());

test(`${JUMPS_TO_HOURS.length} × a replica's clock jumps by up to 50 hours: no session ends, no lease is lost, no change is doubled`, () =>
  inRounds(async () => {
    const dice = rollDice("jumps of clocks");
    await onFaultBench({ seed: dice.seed, isLarge: true, databases, shorten: SHORTEN }, async (bench) => {
      const { simulator } = bench.world;
      const replicas = [await bench.start(), await bench.start()] as const;
      const [steady, jumping] = dice.between(0, 1) === 0 ? replicas : ([replicas[1], replicas[0]] as const);
      const person = await signIn(steady.origin, { simulator });
      const bystander = await signIn(steady.origin, { simulator, user: 1 });
      const input = jobOf(simulator, { kind: "scrum", items: ITEMS });
      const { id } = await person.create(jumping.origin, input);
      const moments = dice.moments(JUMPS_TO_HOURS.length, { calls: ITEMS });
      for (const [index, hours] of JUMPS_TO_HOURS.entries()) {
        const event = bench.world.writesReach(moments[index] ?? 1);
        expect(await person.endsBefore(steady.origin, { id, event })).toBe(false);
        await jumping.setClock({ aheadMs: hours * HOUR_MS });
        for (const { origin } of replicas) {
          const { status } = await fetch(`${origin}/api/session`, { headers: { cookie: bystander.cookie } });
          expect(status).toBe(200);
        }
      }
      await person.until(steady.origin, { id, isReached: ({ state }) => state === "finished" });
      const ended = await databases.query(bench.place(), "select 1 from audit_rows where kind = 'session.ended'");
      expect(ended).toEqual([]);
      count("F7", { jumps: JUMPS_TO_HOURS.length });
      await expectTruth({ ...bench.world, goal: "F7", person, origin: steady.origin, id, input });
    });
  }));
