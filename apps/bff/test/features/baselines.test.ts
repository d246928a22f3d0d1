import { type Baseline, endpoints, type LiveEvent, MOST_BASELINES } from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ask, askError } from "../ask.ts";
import { readEvents } from "../read-events.ts";
import { ipdProjectOf, planOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, TEST_NOW, type TestApp, type TestAppOptions, type TestBrowser } from "../test-app.ts";
import { signInAs } from "./people.ts";

const { listBaselines, createBaseline, readBaseline, deleteBaseline, listPlanItems } = endpoints;
const NEVER = "00000000-0000-4000-8000-000000000000";

let server: TestApp;
let browser: TestBrowser;
let plan: { projectId: string; planId: string };
const start = async (options: TestAppOptions = {}) => {
  server = await createTestApp(options);
  browser = await server.signIn();
  plan = planIn(server.simulator, scrumProjectOf(server.simulator).id);
};
beforeEach(() => start());
afterEach(() => server.close());

const planIn = (simulator: Simulator, projectId: string) => ({
  projectId,
  planId: planOf(simulator, { projectId, type: "gantt" }).id,
});
const create = (name = "Before the freeze") => ask(browser, createBaseline, { params: plan, json: { name } });
const read = ({ id }: Baseline) => ask(browser, readBaseline, { params: { ...plan, baselineId: id } });
const moveEnd = ({ itemId, end }: { itemId: string; end: string }) =>
  server.simulator.editAsSomeoneElse({ itemId, fields: { end_time: end } });
const namesOf = async (params = plan) => (await ask(browser, listBaselines, { params })).items.map(({ name }) => name);
const rowsLeft = async () => {
  const { database } = server.dependencies;
  const dates = await database.selectFrom("baseline_dates").select("item_id").execute();
  const baselines = await database.selectFrom("baselines").select("id").execute();
  return { baselines: baselines.length, dates: dates.length };
};

describe("a baseline", () => {
  test("keeps the dates of every item on the plan, as they are in CodeArts now", async () => {
    const { items } = await ask(browser, listPlanItems, { params: plan });
    const [moved] = items.filter(({ end }) => end !== null);
    moveEnd({ itemId: moved?.id ?? "", end: "2027-03-01" });
    const baseline = await create();
    expect(baseline).toMatchObject({ name: "Before the freeze", createdBy: "Zhao Min", createdAt: TEST_NOW });
    const { dates } = await read(baseline);
    const expected = items.map(({ id: itemId, start: first, end }) => ({
      itemId,
      start: first,
      end: itemId === moved?.id ? "2027-03-01" : end,
    }));
    expect(new Map(dates.map((row) => [row.itemId, row]))).toEqual(new Map(expected.map((row) => [row.itemId, row])));
    expect(dates).toHaveLength(items.length);
  });

  test("counts the items that have dates, and lists those without as such", async () => {
    const undated = [...(server.simulator.store.plan(plan.planId)?.itemIds ?? [])].slice(0, 3);
    for (const id of undated) server.simulator.store.patchScrumItem(Number(id), { begin: null, end: null });
    const { items } = await ask(browser, listPlanItems, { params: plan });
    const dated = items.filter((item) => item.start !== null || item.end !== null).length;
    const { baseline, dates } = await read(await create());
    expect(dated).toBe(items.length - undated.length);
    expect(baseline.items).toBe(dated);
    const without = dates.filter((row) => row.start === null && row.end === null);
    expect(new Set(without.map(({ itemId }) => itemId))).toEqual(new Set(undated));
  });

  test("stays as it was when the plan's items move on", async () => {
    const baseline = await create();
    const before = await read(baseline);
    const [item] = before.dates.filter(({ end }) => end !== null);
    moveEnd({ itemId: item?.itemId ?? "", end: "2027-04-01" });
    expect(await read(baseline)).toEqual(before);
    const { dates } = await read(await create("After"));
    expect(dates.find(({ itemId }) => itemId === item?.itemId)?.end).toBe("2027-04-01");
  });
});

describe("a plan's baselines", () => {
  test("are listed newest first, made at the same moment or not", async () => {
    for (const name of ["first", "second", "third"]) await create(name);
    expect(await namesOf()).toEqual(["third", "second", "first"]);
  });

  test("have names without blanks around them, of 1 to 60 characters", async () => {
    expect((await create("  冻结前 \n")).name).toBe("冻结前");
    expect((await create("x".repeat(60))).name).toHaveLength(60);
    for (const name of ["", "   ", "x".repeat(61), 7, null]) {
      const error = await askError(browser, createBaseline, { params: plan, json: { name } });
      expect(error).toMatchObject({ code: "request.invalid", details: { issues: [{ path: "name" }] } });
    }
    expect(await namesOf()).toHaveLength(2);
  });

  test("are at most as many as Gantry promises to keep, also when two are asked for at once", async () => {
    await create("first");
    const { database } = server.dependencies;
    const first = await database.selectFrom("baselines").selectAll().executeTakeFirstOrThrow();
    const more = Array.from({ length: MOST_BASELINES - 2 }, (_, index) => ({
      ...first,
      id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      sequence: index + 2,
    }));
    await database.insertInto("baselines").values(more).execute();
    const path = `/api/projects/${plan.projectId}/plans/${plan.planId}/baselines`;
    const answers = await Promise.all(
      ["a", "b"].map((name) => browser.request(path, { method: "POST", json: { name } })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect(await namesOf()).toHaveLength(MOST_BASELINES);
    const error = await askError(browser, createBaseline, { params: plan, json: { name: "c" } });
    expect(error.code).toBe("baseline.too_many");
  });

  test("are stored whole or not at all", async () => {
    const { database } = server.dependencies;
    await sql`alter table baseline_dates rename to elsewhere`.execute(database);
    const error = await askError(browser, createBaseline, { params: plan, json: { name: "half" } });
    await sql`alter table elsewhere rename to baseline_dates`.execute(database);
    expect(error.code).toBe("server.internal");
    expect(await rowsLeft()).toEqual({ baselines: 0, dates: 0 });
  });

  test("hold nothing of a plan that could not be read whole", async () => {
    const body = { error_code: "PM.00000014", error_msg: "No" };
    const when = { operation: "listPlanIssues", nth: 2 };
    server.simulator.faults.add({ when, do: { kind: "status", status: 403, body } });
    const error = await askError(browser, createBaseline, { params: plan, json: { name: "half" } });
    expect(error.code).toBe("upstream.refused");
    expect(await rowsLeft()).toEqual({ baselines: 0, dates: 0 });
  });

  test("can be deleted with all their dates, once, and the others stay", async () => {
    const [first, second] = [await create("first"), await create("second")];
    const before = await rowsLeft();
    const params = { ...plan, baselineId: first.id };
    await ask(browser, deleteBaseline, { params });
    expect(await rowsLeft()).toEqual({ baselines: 1, dates: before.dates / 2 });
    expect((await read(second)).dates).toHaveLength(before.dates / 2);
    for (const endpoint of [deleteBaseline, readBaseline])
      expect(await askError(browser, endpoint, { params })).toMatchObject({ code: "baseline.not_found", status: 404 });
  });

  test("go with the plan when it is deleted, and no other plan's do", async () => {
    await create("elsewhere");
    const elsewhere = await rowsLeft();
    const json = { name: "Winter release", type: "gantt" };
    const { id: planId } = await ask(browser, endpoints.createPlan, { params: plan, json });
    const params = { projectId: plan.projectId, planId };
    await ask(browser, createBaseline, { params, json: { name: "of the plan that goes" } });
    expect(await rowsLeft()).toMatchObject({ baselines: 2 });
    await ask(browser, endpoints.deletePlan, { params });
    expect(await rowsLeft()).toEqual(elsewhere);
  });

  test("of thousands of items are kept whole, IPD items by every digit of their ids", async () => {
    await server.close();
    await start({ simulator: { scale: { items: 8600, plans: 1, biggestPlan: 8500 } } });
    const { store } = server.simulator;
    const big = store.projects().find(({ id }) => store.scrumItemsOf(id).length >= 8600);
    plan = planIn(server.simulator, big?.id ?? "");
    const { baseline, dates } = await read(await create());
    expect(dates).toHaveLength(8500);
    expect(baseline.items).toBe(dates.filter((row) => row.start !== null || row.end !== null).length);
    plan = planIn(server.simulator, ipdProjectOf(server.simulator).id);
    const { items } = await ask(browser, listPlanItems, { params: plan });
    const ipd = await read(await create());
    expect(ipd.dates.map(({ itemId }) => itemId)).toEqual(items.map(({ id }) => id).toSorted());
  });

  test("are there after a restart", async () => {
    const before = await read(await create());
    const again = await createTestApp({ store: server.dependencies.store });
    browser = await again.signIn();
    expect(await read(before.baseline)).toEqual(before);
    await again.app.stop();
  });
});

describe("who may see baselines", () => {
  test("everybody in the project, nobody else", async () => {
    const baseline = await create();
    const params = { ...plan, baselineId: baseline.id };
    const { projectId } = plan;
    const colleague = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
    expect((await ask(colleague, readBaseline, { params })).baseline).toEqual(baseline);
    const stranger = await signInAs(server, { userName: "guo.jing", projectId, isMember: false });
    for (const endpoint of [listBaselines, readBaseline, deleteBaseline])
      expect(await askError(stranger, endpoint, { params })).toMatchObject({ code: "project.not_found" });
    const created = await askError(stranger, createBaseline, { params, json: { name: "mine" } });
    expect(created.code).toBe("project.not_found");
    expect(await namesOf()).toHaveLength(1);
  });

  test("another plan, another project and another account know nothing of them", async () => {
    const { id } = await create();
    const { database } = server.dependencies;
    const json = { name: "Winter release", type: "gantt" };
    const { id: planId } = await ask(browser, endpoints.createPlan, { params: plan, json });
    const others = [{ ...plan, planId }, planIn(server.simulator, ipdProjectOf(server.simulator).id)];
    for (const params of others) {
      expect(await namesOf(params)).toEqual([]);
      for (const endpoint of [readBaseline, deleteBaseline]) {
        const theirs = await askError(browser, endpoint, { params: { ...params, baselineId: id } });
        const none = await askError(browser, endpoint, { params: { ...params, baselineId: NEVER } });
        expect([theirs.code, theirs.message]).toEqual([none.code, none.message]);
        expect(theirs.code).toBe("baseline.not_found");
      }
    }
    await database
      .updateTable("baselines")
      .set({ domain_id: "f".repeat(32) })
      .execute();
    const params = { ...plan, baselineId: id };
    expect(await namesOf()).toEqual([]);
    for (const endpoint of [readBaseline, deleteBaseline])
      expect(await askError(browser, endpoint, { params })).toMatchObject({ code: "baseline.not_found" });
    expect(await rowsLeft()).toMatchObject({ baselines: 1 });
  });

  test("hear of new and deleted ones as it happens", async () => {
    const { projectId } = plan;
    const colleague = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
    const news = { type: "baselines-changed", ...plan };
    const listen = () => colleague.request("/api/events");
    const isNews = ({ type }: LiveEvent) => type === news.type;
    const first = await listen();
    const baseline = await create();
    expect(await readEvents(first, isNews)).toEqual([news]);
    const second = await listen();
    await ask(browser, deleteBaseline, { params: { ...plan, baselineId: baseline.id } });
    expect(await readEvents(second, isNews)).toEqual([news]);
  });
});
