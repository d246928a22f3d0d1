import type { ChangeSetPage } from "@gantry/api-contract";
import type { Fetch } from "@gantry/codearts-client";
import { createSimulator } from "@gantry/codearts-simulator";
import { afterEach, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { Store } from "../../src/database/store.ts";
import { agree, call, create, previewOf, scrumPlace } from "../change-sets/harness.ts";
import { mostInASecond } from "../most-in-a-second.ts";
import { createTestApp, type TestApp } from "../test-app.ts";
import { createTestDatabase, type TestDatabase, TESTED_STORE } from "./test-database.ts";

const CALLS_PER_SECOND = 20;
const ITEMS_EACH = 40;
/** A machine that stands still for so long holds calls up for longer than anybody reckons with: it is tried again. */
const STANDSTILL_MS = 4_000;
const HANGS_AFTER_MS = 300_000;

let database: TestDatabase;
let stores: Store[] = [];
let apps: TestApp[] = [];
async function close(): Promise<void> {
  await Promise.all(apps.map((app) => app.close()));
  await Promise.all(stores.map((store) => store.close()));
  await database.remove();
}
afterEach(close);

type Played = { arrivedAt: number[]; longestWayMs: number; replicas: number };

/** The same change sets' jobs at the machine's own time, counted where their calls arrive. */
async function play(): Promise<Played> {
  database = await createTestDatabase();
  // The embedded store has one process.
  const replicas = TESTED_STORE === "postgres" ? 2 : 1;
  stores = await Promise.all(Array.from({ length: replicas }, () => database.open()));
  const simulator = createSimulator({ seed: 7, clock: systemClock.now });
  const arrivedAt: number[] = [];
  let longestWayMs = 0;
  const toSimulator: Fetch = async (url, init) => {
    const leftAt = performance.now();
    // Every twentieth call is held up on its way.
    await systemClock.wait(arrivedAt.length % 20 === 19 ? 120 : 5);
    arrivedAt.push(performance.now());
    longestWayMs = Math.max(longestWayMs, performance.now() - leftAt);
    return simulator.fetch(url, init);
  };
  apps = await Promise.all(
    stores.map((store) =>
      createTestApp({
        store,
        time: "real",
        config: { upstreamRate: CALLS_PER_SECOND, upstreamConcurrency: 10 },
        wrapFetch: () => toSimulator,
      }),
    ),
  );
  const { projectId, spareIds } = scrumPlace(simulator);
  const browsers = await Promise.all(apps.map((app) => app.signIn()));
  // Signing in takes no turns.
  arrivedAt.length = 0;
  const ends = await Promise.all(
    browsers.map(async (browser, index) => {
      const itemIds = spareIds.slice(index * ITEMS_EACH, (index + 1) * ITEMS_EACH);
      const edits = [{ how: "set", field: "title", value: "Renamed" } as const];
      const { changes } = await previewOf(browser, { kind: "edit", projectId, planId: null, itemIds, edits });
      const input = { origin: "edit" as const, projectId, planId: null, changes: agree(changes) };
      const { id } = await create(browser, { input });
      return { browser, id, changes: changes.length };
    }),
  );
  for (const { browser, id, changes } of ends) {
    await expect
      .poll(async () => (await call<ChangeSetPage>(browser, `/api/change-sets/${id}`)).changeSet.counts.applied, {
        timeout: HANGS_AFTER_MS,
      })
      .toBe(changes);
  }
  return { arrivedAt, longestWayMs, replicas };
}

test(
  "replicas that work side by side never have more calls arrive in a second than one may send",
  async () => {
    let played = await play();
    while (played.longestWayMs > STANDSTILL_MS) {
      await close();
      played = await play();
    }
    const { arrivedAt, replicas } = played;
    expect(arrivedAt.length).toBeGreaterThan(replicas * ITEMS_EACH);
    expect(mostInASecond(arrivedAt)).toBeLessThanOrEqual(CALLS_PER_SECOND);
  },
  HANGS_AFTER_MS,
);
