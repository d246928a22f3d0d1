import { afterEach, describe, expect, test } from "vitest";
import { orThrow, planOf, projectsOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestDatabase } from "../stores/test-database.ts";
import { createTestApp, type TestApp, type TestAppOptions, type TestBrowser } from "../test-app.ts";
import { callsSince, idsIn, openOverview, plansIn, rollUpIn } from "./overview-events.ts";

let server: TestApp;
let browser: TestBrowser;
afterEach(() => server.close());

const LATER_MS = 60_000;
const HOURS_MS = 3_600_000;

const start = async (options: TestAppOptions = {}) => {
  server = await createTestApp(options);
  browser = await server.signIn();
  await openOverview(browser);
  server.clock.advanceBy(LATER_MS);
  return server.simulator;
};

/** A Gantt chart with an item of it that nothing hangs below and that is on no other plan. */
const placeIn = ({ store, ...simulator }: TestApp["simulator"]) => {
  const { id: projectId } = scrumProjectOf({ ...simulator, store });
  const plan = planOf({ ...simulator, store }, { projectId, type: "gantt" });
  const itemId = [...plan.itemIds].findLast((id) => !store.hasChildren(Number(id)));
  return { projectId, planId: plan.id, itemId: orThrow(itemId, "a leaf") };
};

describe("reading again", () => {
  test("costs a list of plans and one look at changes for each Scrum project, and tells what has changed", async () => {
    const simulator = await start();
    const { planId, itemId } = placeIn(simulator);
    const before = rollUpIn(await openOverview(browser), planId);
    server.clock.advanceBy(LATER_MS);
    simulator.editAsSomeoneElse({ itemId, fields: { end_time: "2020-01-06", begin_time: "2020-01-01", status_id: 2 } });
    const calls = callsSince(simulator);
    const events = await openOverview(browser);
    const scrum = projectsOf(simulator).filter(({ kind }) => kind === "scrum");
    expect(calls()).toMatchObject({ listPlans: projectsOf(simulator).length, listIssues: scrum.length });
    expect(calls()["listPlanIssues"]).toBeUndefined();
    expect(rollUpIn(events, planId)).toMatchObject({ start: "2020-01-01", health: "late" });
    expect(before?.start).not.toBe("2020-01-01");
  });

  test("reads a plan anew that CodeArts says was changed, and no other", async () => {
    const { store, ...simulator } = await start();
    const { projectId, planId } = placeIn({ ...simulator, store });
    const on = orThrow(store.plan(planId), "the plan").itemIds;
    const spare = store.scrumItemsOf(projectId).find(({ id }) => !on.has(String(id)));
    store.link(planId, [String(orThrow(spare, "an item on no plan").id)]);
    store.patchPlan(planId, { updatedAt: server.clock.now() });
    const size = on.size;
    const calls = callsSince({ ...simulator, store });
    const events = await openOverview(browser);
    expect(rollUpIn(events, planId)?.items).toBe(size);
    expect(calls()["listPlanIssues"]).toBe(Math.ceil(size / 200));
  });

  test("finds an item that left a plan without a word within hours", async () => {
    const { store, ...simulator } = await start();
    const { planId, itemId } = placeIn({ ...simulator, store });
    orThrow(store.plan(planId), "the plan").itemIds.delete(itemId);
    const size = orThrow(store.plan(planId), "the plan").itemIds.size;
    server.clock.advanceBy(7 * HOURS_MS);
    // A few plans a visit, those that were read longest ago first.
    let visits = 0;
    for (; visits < 30; visits += 1) {
      server.clock.advanceBy(LATER_MS);
      if (rollUpIn(await openOverview(browser), planId)?.items === size) break;
    }
    expect(visits).toBeLessThan(30);
  });

  test("of a CodeArts that does not know the filter by time, plans are read again", async () => {
    const simulator = await start({
      wrapFetch: (fetch) => (url, init) => {
        const body = typeof init.body === "string" ? init.body.replace(/"updated_time_interval":"[^"]*",?/, "") : null;
        return fetch(url, { ...init, ...(body !== null && { body: body.replace(",}", "}") }) });
      },
    });
    const { planId, itemId } = placeIn(simulator);
    await openOverview(browser);
    server.clock.advanceBy(10 * LATER_MS);
    simulator.editAsSomeoneElse({ itemId, fields: { begin_time: "2020-01-01", end_time: "2020-01-06" } });
    expect(rollUpIn(await openOverview(browser), planId)?.start).toBe("2020-01-01");
  });

  test("a project that hangs has its plans of before, and reading it alone says why", async () => {
    const simulator = await start();
    const { projectId } = placeIn(simulator);
    simulator.faults.add({
      when: { operation: "listPlans", path: projectId },
      do: { kind: "status", status: 500, body: { error_code: "PM.1", error_msg: "Out of order" } },
    });
    const events = await openOverview(browser);
    const told = simulator.store.plansOf(projectId).map(({ id }) => id);
    expect(idsIn(events)).toEqual(expect.arrayContaining(told));
    expect(events).toContainEqual(expect.objectContaining({ type: "project-failed", projectId }));
    expect(events.filter(({ type }) => type === "project-read")).toHaveLength(projectsOf(simulator).length - 1);
    simulator.faults.clear();
    const calls = callsSince(simulator);
    const again = await openOverview(browser, { project: projectId });
    expect(calls()["listPlans"]).toBe(1);
    expect(new Set(plansIn(again).map(({ plan }) => plan.projectId))).toEqual(new Set([projectId]));
    expect(again.at(-2)).toMatchObject({ type: "project-read", projectId });
  });

  test("after a restart nothing is read again, and the page begins with what was known", async () => {
    const database = await createTestDatabase();
    const store = await database.open({ now: () => server.clock.now() });
    try {
      const simulator = await start({ store });
      const cookie = orThrow(browser.cookie() ?? undefined, "the session's cookie");
      const { projectId } = placeIn(simulator);
      const { clock } = server;
      await server.close();
      server = await createTestApp({ store, clock, wrapFetch: () => (url, init) => simulator.fetch(url, init) });
      const calls = callsSince(simulator);
      const again = server.openBrowser();
      const response = await again.request("/api/overview", { headers: { cookie } });
      const lines = (await response.text()).split("\n").filter((line) => line !== "");
      const events = lines.map((line): { type: string; projectId?: string; isKnownBefore?: boolean } =>
        JSON.parse(line),
      );
      const ofProject = events.filter((event) => event.projectId === projectId);
      expect(ofProject[0]).toMatchObject({ type: "plans", isKnownBefore: true });
      expect(ofProject.at(-1)).toMatchObject({ type: "project-read" });
      expect(calls()["listPlanIssues"]).toBeUndefined();
    } finally {
      await store.close();
      await database.remove();
    }
  });
});
