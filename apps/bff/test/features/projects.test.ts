import { endpoints } from "@gantry/api-contract";
import { afterEach, describe, expect, test } from "vitest";
import { ask, askError } from "../ask.ts";
import { ipdProjectOf, projectsOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, type TestApp } from "../test-app.ts";

let server: TestApp;
const start = async () => {
  server = await createTestApp();
  return await server.signIn();
};
afterEach(() => server.close());

describe("projects", () => {
  test("both worlds stand in one list, each project once", async () => {
    const browser = await start();
    const { items } = await ask(browser, endpoints.listProjects);
    expect(items.filter(({ kind }) => kind === "ipd").map(({ id }) => id)).toEqual([ipdProjectOf(server.simulator).id]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.length).toBe(projectsOf(server.simulator).length);
  });

  test("a tenant without IPD still sees its Scrum projects", async () => {
    const browser = await start();
    server.simulator.faults.add({
      when: { operation: "listIpdProjects" },
      do: { kind: "status", status: 403, body: { error_code: "PM.00000014", error_msg: "No permission" } },
    });
    const { items } = await ask(browser, endpoints.listProjects);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ kind }) => kind === "scrum")).toBe(true);
  });

  test("a list that cannot be read is an error, not half a list", async () => {
    const browser = await start();
    server.simulator.faults.add({ when: { operation: "listIpdProjects" }, do: { kind: "html", status: 502 } });
    expect(await askError(browser, endpoints.listProjects)).toMatchObject({
      code: "upstream.unavailable",
      status: 502,
    });
  });

  test("what belongs to an unknown project is not found", async () => {
    const browser = await start();
    const params = { projectId: "0".repeat(32) };
    for (const endpoint of [endpoints.listMembers, endpoints.listStatuses, endpoints.listSprints, endpoints.listFields])
      expect(await askError(browser, endpoint, { params })).toMatchObject({ code: "project.not_found", status: 404 });
  });
});

describe("what belongs to a project", () => {
  test("a Scrum project has its members with both ids, statuses with phases, and its sprints", async () => {
    const browser = await start();
    const project = scrumProjectOf(server.simulator);
    const params = { projectId: project.id };
    const members = (await ask(browser, endpoints.listMembers, { params })).items;
    expect(members.map(({ id }) => id)).toEqual(project.members.map(({ person }) => person.userId));
    expect(members.map(({ numericId }) => numericId)).toEqual(
      project.members.map(({ person }) => String(person.userNumber)),
    );
    const statuses = (await ask(browser, endpoints.listStatuses, { params })).items;
    expect(statuses.find(({ id }) => id === "1")?.phase).toBe("todo");
    expect(statuses.find(({ id }) => id === "5")?.phase).toBe("done");
    const sprints = (await ask(browser, endpoints.listSprints, { params })).items;
    expect(sprints.map(({ id, start }) => [id, start])).toEqual(
      project.sprints.map(({ id, begin }) => [String(id), begin]),
    );
    const fields = (await ask(browser, endpoints.listFields, { params })).items;
    expect(fields.map(({ code }) => code)).toContain("assignee");
  });

  test("an IPD project has its users, codes, PIs with iterations, and fields with the project's options", async () => {
    const browser = await start();
    const project = ipdProjectOf(server.simulator);
    const params = { projectId: project.id };
    const members = (await ask(browser, endpoints.listMembers, { params })).items;
    expect(members.map(({ id }) => id)).toEqual(project.members.map(({ person }) => person.userId));
    const statuses = (await ask(browser, endpoints.listStatuses, { params })).items;
    expect(statuses.find(({ id }) => id === "closed")).toMatchObject({ phase: "done" });
    const sprints = (await ask(browser, endpoints.listSprints, { params })).items;
    expect(sprints.map(({ id, parentId }) => [id, parentId])).toEqual(
      project.periods.map(({ id, parentId }) => [id, parentId]),
    );
    const fields = (await ask(browser, endpoints.listFields, { params })).items;
    expect(fields.find(({ code }) => code === "priority")?.options.length).toBeGreaterThan(0);
    expect(fields.find(({ code }) => code === "labels")?.options.map(({ id }) => id)).toEqual(
      project.labels.map(({ id }) => id),
    );
  });
});
