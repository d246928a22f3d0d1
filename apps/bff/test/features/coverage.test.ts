import { type CoverageEvent, type CoverageKind, endpoints } from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ask, askError, askLines } from "../ask.ts";
import { apply, openBench } from "../change-sets/harness.ts";
import { ipdProjectOf, orThrow, planOf, projectsOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, type TestApp, type TestBrowser } from "../test-app.ts";
import { signInAs } from "./people.ts";

let server: TestApp;
let browser: TestBrowser;
let projectId: string;
beforeEach(async () => {
  server = await createTestApp();
  browser = await server.signIn();
  projectId = scrumProjectOf(server.simulator).id;
});
afterEach(() => server.close());

const countsOf = (events: readonly CoverageEvent[]) => events.filter((event) => event.type === "counts");
const findings = (kind: CoverageKind, query: Record<string, string> = {}) =>
  ask(browser, endpoints.listCoverage, { params: { projectId }, query: { kind, ...query } });
const CLOSED = new Set([5, 6]);

describe("coverage", () => {
  test("projects come first, then the counts of each, then the end", async () => {
    const events = await askLines(browser, endpoints.readCoverage);
    expect(events[0]).toMatchObject({ type: "projects", projects: { length: projectsOf(server.simulator).length } });
    expect(events.at(-1)).toEqual({ type: "end", readAt: server.clock.now() });
    expect(
      countsOf(events)
        .map((event) => event.projectId)
        .toSorted(),
    ).toEqual(
      projectsOf(server.simulator)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test("what is on no plan is what the world has on none, read to the last page", async () => {
    const { store } = server.simulator;
    const planned = new Set(store.plansOf(projectId).flatMap(({ itemIds }) => [...itemIds]));
    const expected = store
      .scrumItemsOf(projectId)
      .filter(({ id, statusId }) => !planned.has(String(id)) && !CLOSED.has(statusId))
      .map(({ id }) => String(id));
    const ids: string[] = [];
    let cursor: string | undefined = "0";
    while (cursor !== undefined) {
      const page = await findings("no-plan", { limit: "7", cursor });
      expect(page.total).toBe(expected.length);
      ids.push(...page.findings.map(({ item }) => item.id));
      cursor = page.nextCursor;
    }
    expect(ids.toSorted()).toEqual(expected.toSorted());
    expect(expected.length).toBeGreaterThan(7);
  });

  test("an item that Gantry puts on a plan is gone from the list at once", async () => {
    await server.close();
    const bench = await openBench();
    server = bench;
    browser = bench.browser;
    const before = await findings("no-plan", { limit: "500" });
    const itemId = orThrow(before.findings[0], "an item on no plan").item.id;
    const { id: planId } = planOf(server.simulator, { projectId, type: "gantt" });
    await apply(bench, { kind: "link", projectId, planId, itemIds: [itemId] });
    const after = await findings("no-plan", { limit: "500" });
    expect(after.findings.map(({ item }) => item.id)).not.toContain(itemId);
    expect(after.total).toBe(before.total - 1);
  });

  test("an item that somebody makes outlast its sprint comes, with its days", async () => {
    const inSprint = orThrow(
      server.simulator.store
        .scrumItemsOf(projectId)
        .find(({ sprintId, statusId }) => sprintId !== null && !CLOSED.has(statusId)),
      "an open item in a sprint",
    );
    await findings("outside-sprint");
    server.simulator.editAsSomeoneElse({ itemId: String(inSprint.id), fields: { end_time: "2027-06-30" } });
    server.clock.advanceBy(120_000);
    const outside = await findings("outside-sprint", { limit: "500" });
    expect(outside.findings.find(({ item }) => item.id === String(inSprint.id))).toMatchObject({
      reasons: expect.arrayContaining([{ rule: "ends-after-sprint", days: expect.any(Number) }]),
    });
    expect(outside.counts["outside-sprint"]).toBe(outside.total);
  });

  test("an item on two plans whose baselines keep other dates is told with both", async () => {
    const { store } = server.simulator;
    const [one, other] = store.plansOf(projectId).filter(({ type }) => type === "gantt");
    const plans = [orThrow(one, "a plan").id, orThrow(other, "another plan").id];
    const itemId = orThrow(
      [...orThrow(one, "a plan").itemIds].find((id) => !CLOSED.has(store.scrumItem(id)?.statusId ?? 5)),
      "an open item",
    );
    store.link(orThrow(other, "another plan").id, [itemId]);
    const keep = (planId: string) =>
      ask(browser, endpoints.createBaseline, { params: { projectId, planId }, json: { name: "As promised" } });
    await keep(orThrow(one, "a plan").id);
    server.simulator.editAsSomeoneElse({ itemId, fields: { begin_time: "2027-01-04", end_time: "2027-01-08" } });
    server.clock.advanceBy(120_000);
    await keep(orThrow(other, "another plan").id);
    const found = (await findings("plans-differ", { limit: "500" })).findings.find(({ item }) => item.id === itemId);
    const reason = found?.reasons.find(({ rule }) => rule === "baselines-differ");
    expect(found?.planIds.toSorted()).toEqual(plans.toSorted());
    expect(reason?.planIds?.toSorted()).toEqual(plans.toSorted());
  });

  test("a project that fails is told by itself, and can be asked for again alone", async () => {
    const { id } = ipdProjectOf(server.simulator);
    const fault = server.simulator.faults.add({ when: { path: id }, do: { kind: "status", status: 500 } });
    const events = await askLines(browser, endpoints.readCoverage);
    expect(events.filter(({ type }) => type === "project-failed")).toMatchObject([
      { projectId: id, error: { code: "upstream.unavailable" } },
    ]);
    expect(countsOf(events)).toHaveLength(projectsOf(server.simulator).length - 1);
    fault.remove();
    const again = await askLines(browser, endpoints.readCoverage, { query: { project: id } });
    expect(countsOf(again).map((event) => event.projectId)).toEqual([id]);
  });

  test("whoever is no member of a project sees neither its counts nor its findings", async () => {
    const stranger = await signInAs(server, { userName: "chen.hao", projectId, isMember: false });
    await askLines(browser, endpoints.readCoverage);
    const events = await askLines(stranger, endpoints.readCoverage);
    expect(countsOf(events).map((event) => event.projectId)).not.toContain(projectId);
    const asked = { params: { projectId }, query: { kind: "no-plan" } };
    expect(await askError(stranger, endpoints.listCoverage, asked)).toMatchObject({ code: "project.not_found" });
    const query = { project: projectId };
    expect(await askError(stranger, endpoints.readCoverage, { query })).toMatchObject({ code: "project.not_found" });
  });
});
