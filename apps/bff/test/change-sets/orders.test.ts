import type { NewChangeSet } from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { Store } from "../../src/database/store.ts";
import { count, LONG_MS, runsOf } from "../faults/counts.ts";
import { createTestDatabase, TESTED_STORE, type TestDatabase } from "../stores/test-database.ts";
import { createTestApp, type TestApp, type TestBrowser } from "../test-app.ts";
import type { AppClock } from "../test-clock.ts";
import { create, createJobClock, openBench, resultsOf, scrumPlace, settled } from "./harness.ts";
import { findBreaches, tally } from "./invariants.ts";

/** `SEED=…` replays what failed. */
const SEQUENCES = TESTED_STORE === "postgres" ? 30 : 100;
const SEED = process.env["SEED"];
const ITEMS = 6;
const RESTART_MS = 60_000;
const ORDERS = ["cancel", "pause", "resume", "retry", "send-unknown", "restart"] as const;
type Order = (typeof ORDERS)[number];

const step = fc.record({
  order: fc.constantFrom(...ORDERS),
  tabs: fc.integer({ min: 1, max: 3 }),
  turns: fc.nat(60),
});
const scenario = fc.record({
  steps: fc.array(step, { maxLength: 10 }),
  refused: fc.constantFrom(0, 0.3),
  lost: fc.constantFrom(0, 0.4),
  blind: fc.constantFrom(0, 0, 0, 0.9),
});

/** Two on one PostgreSQL, or the one process of an embedded store. */
const REPLICAS = TESTED_STORE === "postgres" ? 2 : 1;
let clock: AppClock;
let simulator: Simulator;
let database: TestDatabase | null = null;
const replicas: { app: TestApp; store: Store; browser: TestBrowser }[] = [];
/** What a failed run leaves behind would fail all that come after it, and shrinking would end in nothing. */
let isWorldSound = false;

/** The world outlives the processes. */
async function openReplica(opened: TestDatabase) {
  const store = await opened.open({ now: clock.now });
  const app = await createTestApp({ clock, store, wrapFetch: () => (url, init) => simulator.fetch(url, init) });
  return { app, store, browser: await app.signIn() };
}

async function restart(index: number) {
  await closeReplica(index);
  // So many sign-ins from one address would be refused within a minute.
  clock.advanceBy(RESTART_MS);
  if (database !== null) replicas[index] = await openReplica(database);
}

async function closeReplica(index: number) {
  const replica = replicas[index];
  await replica?.app.close();
  await replica?.store.close();
}

async function openWorld() {
  clock = createJobClock();
  const world = await openBench({ clock });
  ({ simulator } = world);
  await world.close();
  database = await createTestDatabase();
  for (let index = 0; index < REPLICAS; index += 1) replicas.push(await openReplica(database));
}

async function closeWorld() {
  for (const index of replicas.keys()) await closeReplica(index);
  replicas.length = 0;
  await database?.remove();
  database = null;
}

async function ensureSoundWorld() {
  if (!isWorldSound) {
    await closeWorld();
    await openWorld();
  }
  isWorldSound = false;
}

afterAll(closeWorld);

async function press(order: Exclude<Order, "restart">, options: { id: string; tabs: number }) {
  const path = `/api/change-sets/${options.id}/${order === "send-unknown" ? "retry" : order}`;
  const isRetry = order === "retry" || order === "send-unknown";
  const json = isRetry ? { json: { unknown: order === "send-unknown" } } : {};
  const tabs = Array.from({ length: options.tabs }, () => replicas).flat();
  const answers = await Promise.all(tabs.map(({ browser }) => browser.request(path, { method: "POST", ...json })));
  for (const { status } of answers) expect([200, 202, 409]).toContain(status);
}

async function pass(turns: number) {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((next) => void setImmediate(next));
}

let round = 0;
/** Other items and another value each time, from what they hold now. */
function nextInput(): NewChangeSet {
  const { projectId, spareIds } = scrumPlace(simulator);
  const first = (round * ITEMS) % (300 - ITEMS);
  round += 1;
  const changes = spareIds.slice(first, first + ITEMS).map((itemId) => {
    const from = simulator.store.scrumItem(itemId)?.doneRatio ?? 0;
    return { itemId, field: "progress", from, to: (from + 1) % 100 };
  });
  return { origin: "edit", projectId, planId: null, changes };
}

test(
  "orders may be pressed twice, in several tabs, on every replica and around restarts",
  async () => {
    const property = fc
      .asyncProperty(scenario, async ({ steps, refused, lost, blind }) => {
        const after = simulator.ledger.all().length;
        const input = nextInput();
        const [first] = replicas;
        if (first === undefined) throw new Error("There is no replica");
        const { id } = await create(first.browser, { input });
        const when = { operation: "updateIssue" };
        const refusal = { kind: "status" as const, status: 400, body: { error_code: "PM.02175202", error_msg: "No." } };
        simulator.faults.add({ when: { ...when, probability: refused }, do: refusal });
        simulator.faults.add({ when: { ...when, probability: lost }, do: { kind: "reset-after-work" } });
        const reads = ["listIssues", "showIssue"];
        simulator.faults.add({ when: { operation: reads, probability: blind }, do: { kind: "reset-before-work" } });
        for (const [index, { order, tabs, turns }] of steps.entries()) {
          if (order === "restart") {
            simulator.faults.clear();
            await restart(index % replicas.length);
          } else await press(order, { id, tabs });
          await pass(turns);
        }
        simulator.faults.clear();
        await press("resume", { id, tabs: 1 });
        const [{ app, browser } = first] = replicas;
        await settled({ ...app, browser }, id);
        const results = await resultsOf(browser, id);
        const { projectId } = input;
        const breaches = findBreaches(simulator, { results, projectId, planId: null, submitted: ITEMS, after });
        // Who sends unknown ones again accepts that.
        const mayDouble = steps.some(({ order }) => order === "send-unknown");
        const unasked = mayDouble ? breaches.filter((breach) => !breach.startsWith("INV3")) : breaches;
        count("F10", { sequences: 1, items: ITEMS, ...tally(unasked) });
        expect(unasked).toEqual([]);
        isWorldSound = true;
      })
      .beforeEach(ensureSoundWorld);
    await fc.assert(property, { ...runsOf(SEQUENCES), ...(SEED !== undefined && { seed: Number(SEED) }) });
  },
  LONG_MS,
);
