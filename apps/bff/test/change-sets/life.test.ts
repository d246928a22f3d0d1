import { LINK_FIELD, type ChangeSet, type ChangeSetList, type NewChangeSet } from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { JOB_TIMES } from "../../src/change-sets/run/job-times.ts";
import { createTestApp, TEST_NOW, type TestApp } from "../test-app.ts";
import { createTestDatabase, type TestDatabase } from "../stores/test-database.ts";
import { createGate, type Gate } from "./gate.ts";
import {
  call,
  create,
  createJobClock,
  openBench,
  resultsOf,
  scrumPlace,
  settled,
  untilResting,
  type Bench,
} from "./harness.ts";
import { findBreaches } from "./invariants.ts";

let gate: Gate;
let bench: Bench;
beforeEach(async () => {
  gate = createGate();
  bench = await openBench({ wrapFetch: gate.wrapFetch });
});
afterEach(async () => {
  gate.open();
  await bench.close();
});

const LINK = /\/v3\/plan\/[^/]+\/[^/]+\/issue$/;

function links(count: number): NewChangeSet & { planId: string } {
  const { projectId, planId, spareIds } = scrumPlace(bench.simulator);
  const changes = spareIds.slice(0, count).map((itemId) => ({ itemId, field: LINK_FIELD, from: null, to: planId }));
  return { origin: "link", projectId, planId, changes };
}

async function breachesOf(id: string, { input, app = bench }: { input: NewChangeSet; app?: TestApp }) {
  const browser = app === bench ? bench.browser : await app.signIn();
  return findBreaches(bench.simulator, {
    results: await resultsOf(browser, id),
    projectId: input.projectId,
    planId: input.planId,
    submitted: input.changes.length,
  });
}

describe("creating", () => {
  test("the same key gives the same change set and one effect, however often it is pressed", async () => {
    const input = links(20);
    const pressed = await Promise.all([1, 2, 3, 4, 5].map(() => create(bench.browser, { input, key: "pressed" })));
    expect(new Set(pressed.map(({ id }) => id)).size).toBe(1);
    const id = pressed[0]?.id ?? "";
    await settled(bench, id);
    expect((await create(bench.browser, { input, key: "pressed" })).id).toBe(id);
    const { items, total } = await call<ChangeSetList>(bench.browser, "/api/change-sets");
    expect([items.length, total]).toEqual([1, 1]);
    expect(await breachesOf(id, { input })).toEqual([]);
  });

  test("10,001 items are refused with the limit, and nothing is stored", async () => {
    const { projectId, planId } = links(1);
    const changes = Array.from({ length: 10_001 }, (_, index) => ({
      itemId: String(index + 1),
      field: LINK_FIELD,
      from: null,
      to: planId,
    }));
    const response = await bench.browser.request("/api/change-sets", {
      method: "POST",
      headers: { "idempotency-key": "too-large" },
      json: { origin: "link", projectId, planId, changes },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: "change_set.too_large" } });
    expect(await call<ChangeSetList>(bench.browser, "/api/change-sets")).toMatchObject({ total: 0 });
  });

  test("a field beyond the closed list, a foreign plan and an id of the other kind are each named", async () => {
    const { projectId, planId } = links(1);
    const refuse = async (change: object) => {
      const response = await bench.browser.request("/api/change-sets", {
        method: "POST",
        headers: { "idempotency-key": "bad" },
        json: { origin: "edit", projectId, planId, changes: [change] },
      });
      return ((await response.json()) as { error: { details: { issues: { path: string }[] } } }).error.details.issues;
    };
    const good = { itemId: "1", field: "title", from: "a", to: "b" };
    expect(await refuse({ ...good, field: "tracker_id" })).toMatchObject([{ path: "changes.0" }]);
    expect(await refuse({ ...good, field: LINK_FIELD, from: null, to: projectId })).toMatchObject([
      { path: "changes.0" },
    ]);
    expect(await refuse({ ...good, itemId: "957294446158852096" })).toMatchObject([{ path: "changes.0" }]);
  });
});

describe("cancelling", () => {
  test("sends nothing further, and what was sent is still read back", async () => {
    const input = links(300);
    gate.shut(LINK, { afterWork: true });
    const { id } = await create(bench.browser, { input });
    await gate.held(3);
    const cancelled = await call<ChangeSet>(bench.browser, `/api/change-sets/${id}/cancel`, { method: "POST" });
    expect(cancelled.state).toBe("cancelling");
    gate.open();
    const done = await settled(bench, id);
    expect(done.counts).toMatchObject({ applied: 300, cancelled: 0 });
    expect(await breachesOf(id, { input })).toEqual([]);
  });

  test("ends what is still queued, and pressed twice does no more", async () => {
    const input = links(30);
    gate.shut(/\/v3\/plan\/.*\/issues$/);
    const { id } = await create(bench.browser, { input });
    await call(bench.browser, `/api/change-sets/${id}/cancel`, { method: "POST" });
    gate.open();
    const done = await settled(bench, id);
    expect(done.counts).toMatchObject({ cancelled: 30 });
    const again = await call<ChangeSet>(bench.browser, `/api/change-sets/${id}/cancel`, { method: "POST" });
    expect(again.state).toBe("finished");
    expect(bench.simulator.ledger.calls("linkIssues")).toBe(0);
  });
});

describe("a token that ends in mid-job", () => {
  test("sends nothing while it waits, and goes on when the same person signs in again, not for another", async () => {
    const input = links(250);
    bench.simulator.faults.add({ when: { operation: "linkIssues", nth: 2 }, do: { kind: "expire-token" } });
    const { id } = await create(bench.browser, { input });
    const [, other] = bench.simulator.credentials;
    await untilResting(bench, id, "waiting-for-sign-in");
    const sent = bench.simulator.ledger.received().length;
    if (other !== undefined) await bench.signIn(pick(other));
    expect(
      bench.simulator.ledger
        .received()
        .slice(sent)
        .every(({ operation }) => operation === "issueToken" || operation === "showCurrentUser"),
    ).toBe(true);
    const browser = await bench.signIn();
    const done = await settled({ ...bench, browser }, id);
    expect(done.counts).toMatchObject({ applied: 250 });
    expect(findBreaches(bench.simulator, { results: await resultsOf(browser, id), ...input, submitted: 250 })).toEqual(
      [],
    );
  });

  test("also waits after signing out, since the session was all that it had", async () => {
    const input = links(250);
    gate.shut(LINK, { letThrough: 1 });
    const { id } = await create(bench.browser, { input });
    await gate.held(1);
    await bench.browser.request("/api/session", { method: "DELETE" });
    gate.open();
    await untilResting(bench, id, "waiting-for-sign-in");
    const browser = await bench.signIn();
    expect((await settled({ ...bench, browser }, id)).counts).toMatchObject({ applied: 250 });
  });
});

describe("a restart in mid-job", () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.remove());

  const openOn = async (clock = createJobClock()) => {
    const store = await database.open({ now: () => TEST_NOW });
    // The world outlives the process: both apps speak to the same simulator.
    const app = await createTestApp({
      clock,
      store,
      // On PostgreSQL the lease of who crashed runs out in real time.
      jobTimes: { ...JOB_TIMES, leaseMs: 1_000, heartbeatMs: 250, lookMs: 200 },
      wrapFetch: () => gate.wrapFetch((url, init) => bench.simulator.fetch(url, init)),
    });
    return { app, store, clock };
  };

  test("a stop lets what was sent be read back, and the next start finishes the rest by itself", async () => {
    const first = await openOn();
    const browser = await first.app.signIn();
    const input = links(300);
    gate.shut(LINK, { letThrough: 1 });
    const { id } = await create(browser, { input });
    await gate.held(2);
    const stopped = first.app.app.stop();
    gate.open();
    await stopped;
    await first.store.close();

    const second = await openOn(first.clock);
    expect((await settled(second.app, id)).counts).toMatchObject({ applied: 300, unknown: 0 });
    expect(await breachesOf(id, { input, app: second.app })).toEqual([]);
    await second.app.close();
    await second.store.close();
  });

  test("a crash with answers outstanding loses nothing and writes nothing twice", async () => {
    const first = await openOn();
    const browser = await first.app.signIn();
    const input = links(300);
    gate.shut(LINK, { afterWork: true, letThrough: 1 });
    const { id } = await create(browser, { input });
    await gate.held(2);
    // As a crash leaves it: the store is gone for the old process, its answers never arrive.
    await first.store.close();

    const second = await openOn(first.clock);
    expect((await settled(second.app, id)).counts).toMatchObject({ applied: 300, unknown: 0 });
    expect(bench.simulator.ledger.calls("linkIssues")).toBe(3);
    expect(await breachesOf(id, { input, app: second.app })).toEqual([]);
    gate.open();
    await first.app.app.stop();
    await second.app.close();
    await second.store.close();
  });
});

function pick({ account, userName, password }: { account: string; userName: string; password: string }) {
  return { account, userName, password };
}
