import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { migrations } from "../../src/database/migrations.ts";
import { makeKey, onFaultBench } from "./bench.ts";
import { count, LONG_MS } from "./counts.ts";
import { startDatabases, type Databases } from "./databases.ts";
import { expectTruth } from "./expect-truth.ts";
import { jobOf } from "./jobs.ts";
import { signIn } from "./person.ts";

vi.setConfig({ testTimeout: LONG_MS });
let server: Databases;
beforeAll(async () => {
  server = await startDatabases();
});
afterAll(() => server.server.remove());

describe.each(["sqlite", "postgres"] as const)("a process that is killed on %s", (store) => {
  const databasesOf = () => (store === "postgres" ? server : null);

  test("in each step of the schema leaves a database that the next one brings up to date", () =>
    onFaultBench({ seed: 11, databases: databasesOf() }, async (bench) => {
      for (const { name } of migrations) {
        const upgrading = bench.launch({ GANTRY_TEST_HALT_IN_STEP: name });
        await upgrading.reached;
        await upgrading.kill();
      }
      const { origin } = await bench.start();
      const person = await signIn(origin, bench.world);
      const input = jobOf(bench.world.simulator, { kind: "link", items: 120 });
      const { id } = await person.create(origin, input);
      await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
      count(`G7 on ${store}`, { kills: migrations.length });
      const results = await expectTruth({ ...bench.world, goal: `G7 on ${store}`, person, origin, id, input });
      expect(results).toHaveLength(120);
    }));

  test("while it seals tokens with a new key loses no session and no change", () =>
    onFaultBench({ seed: 12, databases: databasesOf() }, async (bench) => {
      const { simulator } = bench.world;
      const [old, fresh] = [makeKey("old"), makeKey("fresh")];
      const first = await bench.start({ ENCRYPTION_KEYS: old, GANTRY_TEST_HALT_AT: "after-intent" });
      const people = await Promise.all([0, 1, 2].map((user) => signIn(first.origin, { simulator, user })));
      const [person] = people;
      if (person === undefined) throw new Error("Nobody has signed in");
      const input = jobOf(simulator, { kind: "scrum", items: 30 });
      const { id } = await person.create(first.origin, input);
      await first.reached;
      await first.kill();

      const both = { ENCRYPTION_KEYS: `${fresh},${old}` };
      // The first of three is sealed anew, and each time one more.
      for (let kills = 0; kills < 2; kills += 1) {
        const rotating = bench.launch({ ...both, GANTRY_TEST_HALT_AT: "resealing" });
        await rotating.reached;
        await rotating.kill();
      }
      const rotated = await bench.start(both);
      await rotated.kill();

      // Only a token that is sealed with the new key can still be used.
      const { origin } = await bench.start({ ENCRYPTION_KEYS: fresh });
      for (const { cookie } of people) {
        expect((await fetch(`${origin}/api/projects`, { headers: { cookie } })).status).toBe(200);
      }
      await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
      await expectTruth({ ...bench.world, goal: `F2 key rotation on ${store}`, person, origin, id, input });
    }));
});
