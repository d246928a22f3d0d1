import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { migrations } from "../../src/database/migrations.ts";
import { makeKey, onFaultBench } from "./bench.ts";
import { count, isSoak, LONG_MS } from "./counts.ts";
import { startDatabases, type Databases } from "./databases.ts";
import { expectTruth } from "./expect-truth.ts";
import { jobOf } from "./jobs.ts";
import { signIn } from "./person.ts";

const KILLS_PER_STEP = isSoak ? 10 : 1;
const STARTS_TOGETHER = isSoak ? 10 : 2;
const NEXT_VERSION = { GANTRY_TEST_NEXT_STEP: "9999-next" };
const REFUSED = "The database was written by a newer Gantry (it holds step 9999-next)";

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
        for (let kills = 0; kills < KILLS_PER_STEP; kills += 1) {
          const upgrading = bench.launch({ GANTRY_TEST_HALT_IN_STEP: name });
          await upgrading.reached;
          await upgrading.kill();
        }
      }
      const { origin } = await bench.start();
      const person = await signIn(origin, bench.world);
      const input = jobOf(bench.world.simulator, { kind: "link", items: 120 });
      const { id } = await person.create(origin, input);
      await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
      count(`G7 on ${store}`, { kills: migrations.length * KILLS_PER_STEP });
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

describe("two versions on one PostgreSQL", () => {
  test("the next one starts beside the old in mid-job: both go on, and the old one starts no more", () =>
    onFaultBench({ seed: 13, databases: server }, async (bench) => {
      const old = await bench.start();
      const person = await signIn(old.origin, bench.world);
      const input = jobOf(bench.world.simulator, { kind: "scrum", items: 60 });
      const { id } = await person.create(old.origin, input);
      await bench.world.writesReach(1);
      const { origin } = await bench.start(NEXT_VERSION);
      await person.until(old.origin, { id, isReached: ({ state }) => state === "finished" });
      await expectTruth({ ...bench.world, goal: "G7 two versions", person, origin, id, input });
      await old.kill();
      await expect(bench.start()).rejects.toThrow(REFUSED);
      expect((await person.read(origin, id)).counts.applied).toBe(60);
    }));

  test(`started at once on an empty database, ${STARTS_TOGETHER} times: one schema, and the old one comes up before or not at all`, () =>
    onFaultBench({ seed: 14, databases: server }, async (bench) => {
      for (let starts = 0; starts < STARTS_TOGETHER; starts += 1) {
        await bench.empty();
        const [next, old] = await Promise.allSettled([bench.start(NEXT_VERSION), bench.start()]);
        if (next.status === "rejected") throw next.reason;
        expect(old.status === "fulfilled" ? REFUSED : String(old.reason)).toContain(REFUSED);
        const steps = await server.query<{ name: string }>(bench.place(), "select name from schema_migrations");
        expect(steps).toHaveLength(migrations.length + 1);
        await next.value.kill();
        if (old.status === "fulfilled") await old.value.kill();
      }
      count("G7 two versions", { starts: STARTS_TOGETHER });
    }));
});
