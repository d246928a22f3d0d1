import { endpoints, type ProjectTrend } from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ask, askError, askLines } from "../ask.ts";
import { ipdProjectOf, orThrow, planOf, projectsOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, TEST_NOW, type TestApp, type TestBrowser } from "../test-app.ts";
import { signInAs } from "./people.ts";

const DAY_MS = 86_400_000;
const CLOSED = new Set([5, 6]);

let server: TestApp;
let browser: TestBrowser;
let plan: { project: string; plan: string };
beforeEach(async () => {
  server = await createTestApp();
  browser = await server.signIn();
  const { id: project } = scrumProjectOf(server.simulator);
  plan = { project, plan: planOf(server.simulator, { projectId: project, type: "gantt" }).id };
});
afterEach(() => server.close());

const trendsOf = async (query: Record<string, string> = {}): Promise<ProjectTrend[]> =>
  (await askLines(browser, endpoints.readTrends, { query })).flatMap((event) =>
    event.type === "trend" ? [event.trend] : [],
  );
const trendOf = async (query: Record<string, string>) => orThrow((await trendsOf(query))[0], "a trend");

/** The leaves of a Scrum plan as the world has them. */
const leavesOf = (planId: string) => {
  const { store } = server.simulator;
  const items = [...orThrow(store.plan(planId), "the plan").itemIds].flatMap((id) => store.scrumItem(id) ?? []);
  const parents = new Set(items.map(({ parentId }) => parentId));
  return items.filter(({ id }) => !parents.has(id));
};

describe("a plan's burn-up", () => {
  test("says for each day how many leaves were closed by its end, as the world's own closing times have it", async () => {
    const trend = await trendOf({ ...plan, days: "30" });
    const leaves = leavesOf(plan.plan);
    expect(trend.points).toHaveLength(30);
    for (const [index, point] of trend.points.entries()) {
      const end = index === 29 ? TEST_NOW : Date.parse(`${point.day}T23:59:59.999+08:00`);
      expect(point).toMatchObject({
        done: leaves.filter(({ closedAt }) => closedAt !== null && closedAt <= end).length,
        unknown: 0,
        source: index === 29 ? "now" : "records",
      });
    }
    expect(trend.points.at(-1)).toMatchObject({ scope: leaves.length, day: "2026-11-23" });
    expect(trend.points.some(({ done }) => done > 0)).toBe(true);
    expect(trend.history).toEqual({ knownSince: "2026-10-25", limit: null });
  });

  test("plans its ends by today's dates, and counts those without", async () => {
    const trend = await trendOf(plan);
    const leaves = leavesOf(plan.plan);
    const dated = leaves.filter(({ end }) => end !== null);
    expect(trend.due.reduce((sum, { count }) => sum + count, 0)).toBe(dated.length);
    expect(trend.undated).toBe(leaves.length - dated.length);
  });

  test("what is closed now is closed on the next reading, and moves of an end are told as drift", async () => {
    const before = await trendOf(plan);
    const leaf = orThrow(
      leavesOf(plan.plan).find(({ statusId, end }) => statusId === 2 && end !== null),
      "an open leaf",
    );
    server.simulator.editAsSomeoneElse({ itemId: String(leaf.id), fields: { end_time: "2027-03-31" } });
    server.simulator.editAsSomeoneElse({ itemId: String(leaf.id), fields: { status_id: 5 } });
    server.clock.advanceBy(60_000);
    const after = await trendOf(plan);
    expect(after.points.at(-1)?.done).toBe((before.points.at(-1)?.done ?? 0) + 1);
    expect(after.drift.rows.find(({ itemId }) => itemId === String(leaf.id))).toMatchObject({
      doneOn: "2026-11-23",
      plannedEnd: "2027-03-31",
      lateDays: expect.any(Number),
    });
    expect(after.drift.moves).toBe(before.drift.moves + 1);
    expect(after.drift.early + after.drift.onTime + after.drift.late).toBeGreaterThan(
      before.drift.early + before.drift.onTime + before.drift.late,
    );
  });
});

describe("a trend that is read again and again", () => {
  const records = () => server.simulator.ledger.calls("listIssueRecords");
  const close = (item: { id: number }) =>
    server.simulator.editAsSomeoneElse({ itemId: String(item.id), fields: { status_id: 5 } });
  const openLeaves = () => leavesOf(plan.plan).filter(({ statusId }) => statusId === 2);

  test("asks for what is newer than the newest record alone, and tells each step as it happened", async () => {
    await askLines(browser, endpoints.readOverview);
    const first = await trendOf(plan);
    const whole = records();
    for (const [index, leaf] of openLeaves().slice(0, 3).entries()) {
      close(leaf);
      server.clock.advanceBy(45_000);
      const before = { records: records(), items: server.simulator.ledger.calls("listPlanIssues") };
      const { points, drift } = await trendOf(plan);
      expect(points.at(-1)?.done).toBe((first.points.at(-1)?.done ?? 0) + index + 1);
      expect(points.at(-1)?.unknown).toBe(0);
      expect(drift.untold).toBe(first.drift.untold);
      expect(records() - before.records).toBe(1);
      expect(server.simulator.ledger.calls("listPlanIssues") - before.items).toBe(0);
    }
    expect(whole).toBeGreaterThan(3);
  });

  test("reads all of it again after ten minutes, for what CodeArts told late", async () => {
    await trendOf(plan);
    const whole = records();
    server.clock.advanceBy(10 * 60_000);
    await trendOf(plan);
    expect(records()).toBe(2 * whole);
  });

  test("is never told from what somebody else was told", async () => {
    await trendOf(plan);
    const colleague = await signInAs(server, { userName: "chen.hao", projectId: plan.project, isMember: true });
    const before = records();
    await askLines(colleague, endpoints.readTrends, { query: plan });
    expect(records() - before).toBe(before);
  });
});

describe("where history ends", () => {
  test("days before the earliest record are unknown, and the answer says since when they are not", async () => {
    await server.close();
    server = await createTestApp({ simulator: { recordRetentionDays: 20 } });
    browser = await server.signIn();
    const trend = await trendOf({ ...plan, days: "30" });
    expect(trend.history).toMatchObject({ limit: "gone" });
    const since = orThrow(trend.history.knownSince ?? undefined, "a first day");
    const before = trend.points.filter(({ day }) => day < since);
    expect(before.length).toBeGreaterThan(0);
    for (const { done, unknown, scope, source } of before) expect([done, unknown, source]).toEqual([0, scope, "none"]);
    for (const { unknown, source } of trend.points.slice(before.length, -1))
      expect([unknown, source]).toEqual([0, "records"]);
  });

  test("an IPD project has no history but what Gantry noted when somebody looked", async () => {
    const { id: project } = ipdProjectOf(server.simulator);
    const first = await trendOf({ project, days: "30" });
    expect(first.history).toEqual({ knownSince: null, limit: "ipd" });
    expect(first.points.slice(0, -1).every(({ unknown, scope }) => unknown === scope)).toBe(true);
    expect(first.points.at(-1)).toMatchObject({ unknown: 0 });
    server.clock.advanceBy(2 * DAY_MS);
    browser = await server.signIn();
    const later = await trendOf({ project, days: "30" });
    const { scope, done, day } = orThrow(first.points.at(-1), "today");
    expect(later.points.find((point) => point.day === day)).toEqual({ day, scope, done, unknown: 0, source: "note" });
    expect(later.points.at(-2)).toMatchObject({ day: "2026-11-24", source: "none" });
  });

  test("a look at the overview notes the day too", async () => {
    const { id: project } = ipdProjectOf(server.simulator);
    await askLines(browser, endpoints.readOverview);
    server.clock.advanceBy(DAY_MS);
    browser = await server.signIn();
    const { points } = await trendOf({ project, days: "30" });
    expect(points.at(-2)).toMatchObject({ day: "2026-11-23", unknown: 0, source: "note" });
  });

  test("more records than are read at once leave the rest of the days unknown, and the answer says so", async () => {
    server.simulator.faults.add({
      when: { operation: "listIssueRecords" },
      do: { kind: "status", status: 200, body: { records: [], total: 1_000_000 } },
    });
    const trend = await trendOf({ ...plan, days: "30" });
    expect(trend.history.limit).toBe("too-many");
    expect(trend.points.slice(0, -1).every(({ unknown, scope }) => unknown === scope)).toBe(true);
    expect(trend.points.at(-1)).toMatchObject({ unknown: 0, source: "now" });
  });

  test("a CodeArts that tells all records, whatever the interval, tells the same trend", async () => {
    const whole = await trendOf({ ...plan, days: "30" });
    await server.close();
    server = await createTestApp({
      wrapFetch: (send) => (url, init) => send(url.replace(/&operated_time_interval=\d+%2C\d+/, ""), init),
    });
    browser = await server.signIn();
    expect(await trendOf({ ...plan, days: "30" })).toEqual(whole);
  });

  test("records that CodeArts refuses leave the rest of the page standing", async () => {
    server.simulator.faults.add({
      when: { operation: "listIssueRecords" },
      do: { kind: "status", status: 403, body: { error_code: "PM.00000014", error_msg: "No" } },
    });
    const trend = await trendOf(plan);
    expect(trend.history).toEqual({ knownSince: null, limit: "refused" });
    expect(trend.points.at(-1)).toMatchObject({ unknown: 0, scope: leavesOf(plan.plan).length });
  });
});

describe("trends of everything one sees", () => {
  test("each project is told once, with each of its planned leaves once", async () => {
    const trends = await trendsOf();
    expect(trends.map(({ projectId }) => projectId).toSorted()).toEqual(
      projectsOf(server.simulator)
        .map(({ id }) => id)
        .toSorted(),
    );
    const { store } = server.simulator;
    const onPlans = new Set(store.plansOf(plan.project).flatMap(({ itemIds }) => [...itemIds]));
    const items = store.scrumItemsOf(plan.project).filter(({ id }) => onPlans.has(String(id)));
    const parents = new Set(items.map(({ parentId }) => parentId));
    const trend = orThrow(
      trends.find(({ projectId }) => projectId === plan.project),
      "the trend",
    );
    expect(trend.points.at(-1)?.scope).toBe(items.filter(({ id }) => !parents.has(id)).length);
    expect(trend.points.at(-1)?.done).toBe(
      items.filter(({ id, statusId }) => !parents.has(id) && CLOSED.has(statusId)).length,
    );
  });

  test("a project that fails is told by itself", async () => {
    server.simulator.faults.add({
      when: { operation: "listIssueRecords", path: plan.project },
      do: { kind: "status", status: 500 },
    });
    const events = await askLines(browser, endpoints.readTrends);
    expect(events.filter(({ type }) => type === "project-failed")).toMatchObject([
      { projectId: plan.project, error: { code: "upstream.unavailable" } },
    ]);
    expect(events.filter(({ type }) => type === "trend")).toHaveLength(projectsOf(server.simulator).length - 1);
    expect(events.at(-1)?.type).toBe("end");
  });

  test("nobody sees trends of a project, or notes of a plan, that their own token does not see", async () => {
    const { project } = plan;
    await trendsOf();
    const stranger = await signInAs(server, { userName: "chen.hao", projectId: project, isMember: false });
    const events = await askLines(stranger, endpoints.readTrends);
    expect(events.filter((event) => event.type === "trend" && event.trend.projectId === project)).toEqual([]);
    expect(await askError(stranger, endpoints.readTrends, { query: plan })).toMatchObject({
      code: "project.not_found",
    });
  });

  test("a plan without its project, and days that are not offered, are refused", async () => {
    for (const query of [{ plan: plan.plan }, { days: "31" }])
      expect(await askError(browser, endpoints.readTrends, { query })).toMatchObject({ status: 400 });
    expect(await ask(browser, endpoints.listProjects)).toBeDefined();
  });
});
