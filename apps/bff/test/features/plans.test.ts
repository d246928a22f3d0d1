import { endpoints } from "@gantry/api-contract";
import { afterEach, describe, expect, test } from "vitest";
import { ask, askError } from "../ask.ts";
import { ipdProjectOf, planOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, type TestApp } from "../test-app.ts";

let server: TestApp;
const start = async () => {
  server = await createTestApp();
  return await server.signIn();
};
afterEach(() => server.close());

describe("plans", () => {
  test("a project's plans are listed whole and counted by ourselves", async () => {
    const browser = await start();
    const { id: projectId } = scrumProjectOf(server.simulator);
    const there = server.simulator.store.plansOf(projectId);
    const all = await ask(browser, endpoints.listPlans, { params: { projectId } });
    expect(all.items.map(({ id }) => id).toSorted()).toEqual(there.map(({ id }) => id).toSorted());
    const minds = there.filter(({ type }) => type === "mind").length;
    expect(all).toMatchObject({ total: there.length, minds, gantts: there.length - minds });
    const query = { type: "mind", sort: "name", page: "1", pageSize: "1" };
    const page = await ask(browser, endpoints.listPlans, { params: { projectId }, query });
    expect(page.items).toHaveLength(1);
    expect(page.total).toBe(minds);
  });

  test("only a Gantt chart of a Scrum project takes links", async () => {
    const browser = await start();
    const scrum = scrumProjectOf(server.simulator).id;
    const ipd = ipdProjectOf(server.simulator).id;
    const canLink = async (projectId: string, type: "gantt" | "mind") => {
      const { id } = planOf(server.simulator, { projectId, type });
      return (await ask(browser, endpoints.readPlan, { params: { projectId, planId: id } })).canLink;
    };
    expect(await canLink(scrum, "gantt")).toBe(true);
    expect(await canLink(scrum, "mind")).toBe(false);
    expect(await canLink(ipd, "gantt")).toBe(false);
  });

  test("a plan is made, renamed and deleted, and every list says so at once", async () => {
    const browser = await start();
    const { id: projectId } = scrumProjectOf(server.simulator);
    const names = async () =>
      (await ask(browser, endpoints.listPlans, { params: { projectId } })).items.map(({ name }) => name);
    const json = { name: "Winter release", type: "gantt" };
    const plan = await ask(browser, endpoints.createPlan, { params: { projectId }, json });
    expect(plan).toMatchObject({ name: "Winter release", type: "gantt", projectId });
    expect(await names()).toContain("Winter release");
    const params = { projectId, planId: plan.id };
    const renamed = await ask(browser, endpoints.renamePlan, { params, json: { name: "冬季版本" } });
    expect(renamed).toMatchObject({ id: plan.id, name: "冬季版本" });
    expect(await names()).toContain("冬季版本");
    await ask(browser, endpoints.deletePlan, { params });
    expect(await names()).not.toContain("冬季版本");
    expect(await askError(browser, endpoints.deletePlan, { params })).toMatchObject({ code: "plan.not_found" });
  });

  test("a plan that the project does not have is not found, by every call that names it", async () => {
    const browser = await start();
    const params = { projectId: scrumProjectOf(server.simulator).id, planId: "0".repeat(32) };
    const { readPlan, listPlanItems, listAddableItems, deletePlan } = endpoints;
    for (const endpoint of [readPlan, listPlanItems, listAddableItems, deletePlan])
      expect(await askError(browser, endpoint, { params })).toMatchObject({ code: "plan.not_found", status: 404 });
  });

  test("a plan whose own call fails is still found in the list", async () => {
    const browser = await start();
    const { id: projectId } = scrumProjectOf(server.simulator);
    const { id: planId, name } = planOf(server.simulator, { projectId, type: "gantt" });
    server.simulator.faults.add({ when: { operation: "showPlan" }, do: { kind: "status-error" } });
    expect((await ask(browser, endpoints.readPlan, { params: { projectId, planId } })).plan).toMatchObject({ name });
  });
});
