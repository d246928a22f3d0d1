import { endpoints } from "@gantry/api-contract";
import { afterEach, describe, expect, test } from "vitest";
import { ask, askError } from "../ask.ts";
import { ipdProjectOf, orThrow, planOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, type TestApp, type TestAppOptions } from "../test-app.ts";

let server: TestApp;
const start = async (options: TestAppOptions = {}) => {
  server = await createTestApp(options);
  return await server.signIn();
};
afterEach(() => server.close());

const scrumPlan = (type: "gantt" | "mind" = "gantt") => {
  const { id: projectId } = scrumProjectOf(server.simulator);
  return { projectId, plan: planOf(server.simulator, { projectId, type }) };
};
const paramsOf = ({ projectId, plan }: ReturnType<typeof scrumPlan>) => ({ projectId, planId: plan.id });

describe("items of a Scrum plan", () => {
  test("all of them come, with the days that CodeArts has, undated ones included", async () => {
    const browser = await start();
    const found = scrumPlan();
    const { items, total } = await ask(browser, endpoints.listPlanItems, { params: paramsOf(found) });
    expect(total).toBe(found.plan.itemIds.size);
    expect(new Set(items.map(({ id }) => id))).toEqual(found.plan.itemIds);
    for (const item of items) {
      const there = server.simulator.store.scrumItem(item.id);
      expect([item.start, item.end, item.progress]).toEqual([there?.begin, there?.end, there?.doneRatio]);
    }
  });

  test("they come from the v2 call where v3 fails", async () => {
    const browser = await start();
    const found = scrumPlan();
    for (const fault of [{ kind: "status-error" }, { kind: "html", status: 502 }, { kind: "truncate" }] as const) {
      server.simulator.faults.clear();
      server.simulator.faults.add({ when: { operation: "listPlanIssues" }, do: fault });
      const { total } = await ask(browser, endpoints.listPlanItems, { params: paramsOf(found) });
      expect(total, fault.kind).toBe(found.plan.itemIds.size);
    }
    expect(server.simulator.ledger.calls("listPlanIssuesV2")).toBeGreaterThan(0);
  });

  test("look-ups that fail cost names and phases, not the items", async () => {
    const browser = await start();
    const found = scrumPlan();
    server.simulator.faults.add({
      when: { operation: ["listProjectMembers", "listStatuses"] },
      do: { kind: "status", status: 403, body: { error_code: "PM.00000014", error_msg: "No" } },
    });
    const { total } = await ask(browser, endpoints.listPlanItems, { params: paramsOf(found) });
    expect(total).toBe(found.plan.itemIds.size);
  });

  test("a plan of 1,000 items takes five calls to read", async () => {
    const browser = await start({ simulator: { scale: { items: 1500, plans: 3, biggestPlan: 1000 } } });
    const project = orThrow(
      server.simulator.store.projects().find(({ id }) => server.simulator.store.scrumItemsOf(id).length >= 1500),
      "a project of 1,500 items",
    );
    const plan = planOf(server.simulator, { projectId: project.id, type: "gantt" });
    expect(plan.itemIds.size).toBe(1000);
    const params = { projectId: project.id, planId: plan.id };
    const { items } = await ask(browser, endpoints.listPlanItems, { params });
    expect(new Set(items.map(({ id }) => id))).toEqual(plan.itemIds);
    expect(server.simulator.ledger.calls("listPlanIssues")).toBe(5);
  });
});

describe("items of an IPD plan", () => {
  const ipdPlan = (type: "gantt" | "mind") => {
    const { id: projectId } = ipdProjectOf(server.simulator);
    return { projectId, plan: planOf(server.simulator, { projectId, type }) };
  };

  test("those that name the plan come, with exact ids and with planned starts", async () => {
    const browser = await start();
    for (const type of ["gantt", "mind"] as const) {
      const found = ipdPlan(type);
      const { items } = await ask(browser, endpoints.listPlanItems, { params: paramsOf(found) });
      expect(new Set(items.map(({ id }) => id))).toEqual(found.plan.itemIds);
      for (const { id, start: first } of items)
        expect(first === null).toBe(server.simulator.store.ipdItem(id)?.planStart === null);
    }
  });

  test("a service that ignores the filter shows no foreign items on the plan", async () => {
    const browser = await start({
      wrapFetch: (fetch) => (url, init) => fetch(url, withBody(init, { filter: undefined })),
    });
    const found = ipdPlan("gantt");
    const { items } = await ask(browser, endpoints.listPlanItems, { params: paramsOf(found) });
    expect(new Set(items.map(({ id }) => id))).toEqual(found.plan.itemIds);
  });

  test("a service that gives no starts in its list is asked for each item", async () => {
    const browser = await start({
      wrapFetch: (fetch) => (url, init) => fetch(url, withBody(init, { return_fields: [] })),
    });
    const found = ipdPlan("gantt");
    const { items } = await ask(browser, endpoints.listPlanItems, { params: paramsOf(found) });
    expect(server.simulator.ledger.calls("showIpdIssue")).toBe(items.length);
    expect(items.some(({ start: first }) => first !== null)).toBe(true);
  });

  test("where the detail call fails too, items end on their end date with an open start", async () => {
    const browser = await start({
      wrapFetch: (fetch) => (url, init) => fetch(url, withBody(init, { return_fields: [] })),
    });
    server.simulator.faults.add({ when: { operation: "showIpdIssue" }, do: { kind: "status-error" } });
    const { items } = await ask(browser, endpoints.listPlanItems, { params: paramsOf(ipdPlan("gantt")) });
    expect(items.every(({ start: first }) => first === null)).toBe(true);
    expect(items.some(({ end }) => end !== null)).toBe(true);
  });
});

describe("addable items", () => {
  test("pages follow one another without a gap, in any page size, up to the total", async () => {
    const browser = await start();
    const found = scrumPlan();
    const { total } = await ask(browser, endpoints.countAddableItems, { params: paramsOf(found) });
    const orders: string[][] = [];
    for (const limit of ["60", "130", "500"]) {
      const seen: string[] = [];
      let cursor: string | undefined = "0";
      while (cursor !== undefined) {
        const query: Record<string, string> = { limit, cursor };
        const page = await ask(browser, endpoints.listAddableItems, { params: paramsOf(found), query });
        expect(page.total).toBe(total);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(new Set(seen).size, `pages of ${limit}`).toBe(total);
      orders.push(seen);
    }
    expect(orders[1]).toEqual(orders[0]);
    expect(orders[2]).toEqual(orders[0]);
  });

  test("none of them is on the plan, and those without dates are counted", async () => {
    const browser = await start();
    const found = scrumPlan();
    const { total, undated } = await ask(browser, endpoints.countAddableItems, { params: paramsOf(found) });
    const addable = server.simulator.store
      .scrumItemsOf(found.plan.projectId)
      .filter(({ id }) => !found.plan.itemIds.has(String(id)));
    expect(total).toBe(addable.length);
    expect(undated).toBe(addable.filter((item) => item.begin === null && item.end === null).length);
    expect(undated).toBeGreaterThan(0);
  });

  test("search narrows both down alike", async () => {
    const browser = await start();
    const found = scrumPlan();
    const query = { search: "card" };
    const page = await ask(browser, endpoints.listAddableItems, { params: paramsOf(found), query });
    const { total } = await ask(browser, endpoints.countAddableItems, { params: paramsOf(found), query });
    expect(page.total).toBe(total);
    expect(page.items.length).toBeGreaterThan(0);
    for (const { title } of page.items) expect(title.toLowerCase()).toContain("card");
  });

  test("a mind map takes no links", async () => {
    const browser = await start();
    const params = paramsOf(scrumPlan("mind"));
    for (const endpoint of [endpoints.listAddableItems, endpoints.countAddableItems])
      expect(await askError(browser, endpoint, { params })).toMatchObject({ code: "plan.no_links", status: 409 });
  });
});

/** The same request with parts of its JSON body replaced, as a service that overlooks them would take it. */
function withBody(init: RequestInit | undefined, parts: Record<string, unknown>): RequestInit {
  if (typeof init?.body !== "string" || !init.body.startsWith("{")) return init ?? {};
  const body: unknown = JSON.parse(init.body);
  return { ...init, body: JSON.stringify({ ...(typeof body === "object" ? body : {}), ...parts }) };
}
