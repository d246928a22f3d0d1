import { LINK_FIELD, type ChangeSet, type NewChangeSet } from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestApp, TEST_NOW } from "../test-app.ts";
import { createTestDatabase } from "../stores/test-database.ts";
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

const LINK = /\/v3\/plan\/[^/]+\/[^/]+\/issue$/;

let gate: Gate;
let bench: Bench;
beforeEach(async () => {
  gate = createGate();
  // One call after the other, so that some are left to be sent.
  bench = await openBench({ wrapFetch: gate.wrapFetch, config: { upstreamConcurrency: 2 } });
});
afterEach(async () => {
  gate.open();
  await bench.close();
});

function links(count: number): NewChangeSet & { planId: string } {
  const { projectId, planId, spareIds } = scrumPlace(bench.simulator);
  const changes = spareIds.slice(0, count).map((itemId) => ({ itemId, field: LINK_FIELD, from: null, to: planId }));
  return { origin: "link", projectId, planId, changes };
}

const order = (id: string, to: "pause" | "resume" | "cancel") =>
  call<ChangeSet>(bench.browser, `/api/change-sets/${id}/${to}`, { method: "POST" });

/** A job of three calls whose first was carried out, its answer held back. */
async function beginWithOneSent() {
  const input = links(250);
  gate.shut(LINK, { afterWork: true });
  const { id } = await create(bench.browser, { input });
  await gate.held(1);
  return { input, id };
}

describe("pausing", () => {
  test("sends nothing further and reads back what was sent; resumed it does the rest", async () => {
    const { input, id } = await beginWithOneSent();
    const paused = await order(id, "pause");
    expect(paused).toMatchObject({ state: "paused", canPause: false, canResume: true, canCancel: true });
    gate.open();
    await untilResting(bench, id);
    const [sent, resting] = [bench.simulator.ledger.calls("linkIssues"), await order(id, "pause")];
    expect(resting).toMatchObject({ state: "paused", remainingMs: null });
    expect(resting.counts).toMatchObject({ sending: 0, applied: sent * 100, queued: 250 - sent * 100 });
    expect(sent).toBeLessThan(3);

    const resumed = await Promise.all([order(id, "resume"), order(id, "resume")]);
    expect(resumed.every(({ state }) => state !== "paused")).toBe(true);
    const done = await settled(bench, id);
    expect(done.counts).toMatchObject({ applied: 250 });
    expect(bench.simulator.ledger.calls("linkIssues")).toBe(3);
    const results = await resultsOf(bench.browser, id);
    expect(findBreaches(bench.simulator, { results, ...input, submitted: 250 })).toEqual([]);
  });

  test("is over with a cancel, and refused once all has ended; resuming that does nothing", async () => {
    const { id } = await beginWithOneSent();
    await order(id, "pause");
    const cancelled = await order(id, "cancel");
    expect(cancelled).toMatchObject({ state: "cancelling", canPause: false, canResume: false });
    await expect(order(id, "pause")).rejects.toThrow(/409/);
    await expect(order(id, "resume")).rejects.toThrow(/409/);
    gate.open();
    const done = await settled(bench, id);
    expect((done.counts.applied ?? 0) + (done.counts.cancelled ?? 0)).toBe(250);
    await expect(order(id, "pause")).rejects.toThrow(/409/);
    expect(await order(id, "resume")).toMatchObject({ state: "finished", canResume: false });
  });

  test("outlasts a restart, and a sign-in does not end it", async () => {
    const database = await createTestDatabase();
    const clock = createJobClock();
    const open = async () => {
      const store = await database.open({ now: () => TEST_NOW });
      const wrapFetch = () => gate.wrapFetch((url, init) => bench.simulator.fetch(url, init));
      return { store, app: await createTestApp({ clock, store, wrapFetch, config: { upstreamConcurrency: 2 } }) };
    };
    const first = await open();
    const browser = await first.app.signIn();
    gate.shut(LINK, { afterWork: true });
    const { id } = await create(browser, { input: links(250) });
    await gate.held(1);
    await call(browser, `/api/change-sets/${id}/pause`, { method: "POST" });
    const stopped = first.app.app.stop();
    gate.open();
    await stopped;
    await first.store.close();

    const sent = bench.simulator.ledger.calls("linkIssues");
    const second = await open();
    const again = await second.app.signIn();
    await settled({ ...second.app, browser: again }, id, ["paused"]);
    expect(bench.simulator.ledger.calls("linkIssues")).toBe(sent);
    await call(again, `/api/change-sets/${id}/resume`, { method: "POST" });
    expect((await settled({ ...second.app, browser: again }, id)).counts).toMatchObject({ applied: 250 });
    await second.app.close();
    await second.store.close();
    await database.remove();
  });

  test("is for its owner alone", async () => {
    const { id } = await beginWithOneSent();
    const [, other] = bench.simulator.credentials;
    if (other === undefined) throw new Error("The simulator has one user");
    const { account, userName, password } = other;
    gate.open();
    const browser = await bench.signIn({ account, userName, password });
    for (const to of ["pause", "resume"]) {
      const response = await browser.request(`/api/change-sets/${id}/${to}`, { method: "POST" });
      expect(response.status).toBe(404);
    }
  });
});

test("waits for CodeArts are cut short by a cancel, not sat out", async () => {
  const input = links(250);
  bench.simulator.faults.add({
    when: { operation: "linkIssues" },
    do: { kind: "too-many-requests", retryAfter: "3600" },
  });
  const { id } = await create(bench.browser, { input });
  await settled(bench, id, ["waiting-for-codearts", "running"]);
  await order(id, "cancel");
  expect((await settled(bench, id)).counts).toMatchObject({ cancelled: 250 });
});
