import { endpoints, type OverviewEvent } from "@gantry/api-contract";
import type { Fetch } from "@gantry/codearts-client";
import { afterEach, describe, expect, test } from "vitest";
import { askError, askLine, askLines } from "../ask.ts";
import { ipdProjectOf, orThrow, planOf, projectsOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, type TestApp, type TestAppOptions } from "../test-app.ts";

let server: TestApp;
const start = async (options: TestAppOptions = {}) => {
  server = await createTestApp(options);
  return await server.signIn();
};
afterEach(() => server.close());

/** Every plan that was told of, with the last word on what it adds up to. */
const plansIn = (events: readonly OverviewEvent[]) => {
  const rollUps = new Map(
    events.flatMap((event) => (event.type === "roll-ups" ? event.rollUps : [])).map((one) => [one.planId, one]),
  );
  return events
    .flatMap((event) => (event.type === "plans" ? event.plans : []))
    .map((one) => ({ ...one, ...rollUps.get(one.plan.id) }));
};

describe("overview", () => {
  test("projects come first, then every plan of every project once, then the end", async () => {
    const browser = await start();
    const events = await askLines(browser, endpoints.readOverview);
    expect(events[0]?.type).toBe("projects");
    expect(events.at(-1)).toEqual({ type: "end", readAt: server.clock.now() });
    const { store } = server.simulator;
    const there = projectsOf(server.simulator).flatMap(({ id }) => store.plansOf(id));
    expect(
      plansIn(events)
        .map(({ plan }) => plan.id)
        .toSorted(),
    ).toEqual(there.map(({ id }) => id).toSorted());
    for (const { plan, rollUp } of plansIn(events)) expect(rollUp?.items).toBe(store.plan(plan.id)?.itemIds.size);
  });

  test("a project's plans are there by name while no item of them can be read", async () => {
    const givenUp: string[] = [];
    const wrapFetch =
      (fetch: Fetch): Fetch =>
      (url, init) =>
        fetch(url, init).catch((error: unknown) => {
          givenUp.push(url);
          throw error;
        });
    const browser = await start({ wrapFetch });
    server.simulator.faults.add({
      when: { operation: ["listPlanIssues", "listPlanIssuesV2"] },
      do: { kind: "hang" },
    });
    const { id: projectId } = scrumProjectOf(server.simulator);
    let givenUpBefore = -1;
    const isNamed = (event: OverviewEvent) => {
      givenUpBefore = givenUp.length;
      return event.type === "plans" && event.projectId === projectId;
    };
    const named = await askLine(browser, endpoints.readOverview, isNamed);
    expect(plansIn([named]).map(({ plan }) => plan.name)).toEqual(
      expect.arrayContaining(server.simulator.store.plansOf(projectId).map(({ name }) => name)),
    );
    for (const { rollUp, error } of plansIn([named])) expect([rollUp, error]).toEqual([null, undefined]);
    // A page that waits for items hears of none before their calls are given up.
    expect(givenUpBefore).toBe(0);
  });

  test("a project that fails is told by itself, and the others are there", async () => {
    const browser = await start();
    const { id } = scrumProjectOf(server.simulator);
    server.simulator.faults.add({
      when: { operation: "listPlans", path: id },
      do: { kind: "status", status: 400, body: { error_code: "PM.02152005", error_msg: "项目不存在" } },
    });
    const events = await askLines(browser, endpoints.readOverview);
    expect(events.find((event) => event.type === "project-failed")).toMatchObject({
      projectId: id,
      error: { code: "upstream.rejected", details: { upstreamCode: "PM.02152005", upstreamMessage: "项目不存在" } },
    });
    expect(events.filter((event) => event.type === "plans")).toHaveLength(projectsOf(server.simulator).length - 1);
  });

  test("a plan whose items cannot be read has an error in place of its roll-up", async () => {
    const browser = await start();
    const { id: projectId } = scrumProjectOf(server.simulator);
    const { id: planId } = planOf(server.simulator, { projectId, type: "gantt" });
    server.simulator.faults.add({
      when: { operation: "listPlanIssues", path: planId },
      do: { kind: "status", status: 403, body: { error_code: "PM.00000014", error_msg: "No" } },
    });
    const plans = plansIn(await askLines(browser, endpoints.readOverview));
    expect(plans.find(({ plan }) => plan.id === planId)).toMatchObject({
      rollUp: null,
      error: { code: "upstream.refused" },
    });
    expect(plans.filter(({ rollUp }) => rollUp === null)).toHaveLength(1);
  });

  test("asked again within seconds it costs no call; `fresh` asks for projects, plans and changes, not for items", async () => {
    const browser = await start();
    const first = await askLines(browser, endpoints.readOverview);
    const calls = () => server.simulator.ledger.received().length;
    const before = calls();
    expect(plansIn(await askLines(browser, endpoints.readOverview))).toHaveLength(plansIn(first).length);
    expect(calls()).toBe(before);
    await askLines(browser, endpoints.readOverview, { query: { fresh: "1" } });
    const { ledger } = server.simulator;
    const scrum = projectsOf(server.simulator).filter(({ kind }) => kind === "scrum").length;
    const asked = ledger.received().slice(before);
    const countOf = (operation: string) => asked.filter((call) => call.operation === operation).length;
    expect(countOf("listPlans")).toBe(projectsOf(server.simulator).length);
    expect(countOf("listIssues")).toBe(scrum);
    expect(countOf("listPlanIssues")).toBe(0);
  });

  test("each person's own token is asked for projects and plans; items that both see are read once", async () => {
    const browser = await start();
    await askLines(browser, endpoints.readOverview);
    const calls = () => ["listPlans", "listPlanIssues"].map((name) => server.simulator.ledger.calls(name));
    const [lists = 0, items = 0] = calls();
    await askLines(await server.signIn(), endpoints.readOverview);
    expect(calls()).toEqual([2 * lists, items]);
  });

  test("what is overdue is so by the day in China", async () => {
    const browser = await start();
    const { id: projectId } = scrumProjectOf(server.simulator);
    const { id: planId } = planOf(server.simulator, { projectId, type: "gantt" });
    const overdue = async () => {
      const plans = plansIn(await askLines(browser, endpoints.readOverview, { query: { fresh: "1" } }));
      return plans.find(({ plan }) => plan.id === planId)?.rollUp?.overdue ?? 0;
    };
    const { store } = server.simulator;
    const items = [...(store.plan(planId)?.itemIds ?? [])].flatMap((id) => store.scrumItem(id) ?? []);
    for (const { id } of items) store.patchScrumItem(id, { begin: null, end: null });
    const leafId = orThrow(items.findLast(({ id }) => !store.hasChildren(id))?.id, "an item without children");
    // By the test's clock it is 10:00 on the 23rd in China: the 22nd is over, the 23rd is not.
    store.patchScrumItem(leafId, { end: "2026-11-23", statusId: 2, updatedAt: server.clock.now() });
    expect(await overdue()).toBe(0);
    store.patchScrumItem(leafId, { end: "2026-11-22", updatedAt: server.clock.now() });
    expect(await overdue()).toBe(1);
  });

  test("an IPD project is on it like any other", async () => {
    const browser = await start();
    const events = await askLines(browser, endpoints.readOverview);
    const { id } = ipdProjectOf(server.simulator);
    expect(plansIn(events).some(({ plan, rollUp }) => plan.projectId === id && rollUp !== null)).toBe(true);
  });

  test("where not even the projects can be read, the whole call fails with its code", async () => {
    const browser = await start();
    server.simulator.faults.add({ when: { operation: "listProjects" }, do: { kind: "status-error" } });
    server.simulator.faults.add({ when: { operation: "listIpdProjects" }, do: { kind: "status-error" } });
    expect(await askError(browser, endpoints.readOverview)).toMatchObject({ code: "upstream.rejected" });
  });
});
