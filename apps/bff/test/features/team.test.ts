import { endpoints, type TeamEvent } from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ask, askLines } from "../ask.ts";
import { orThrow, projectsOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, type TestApp, type TestBrowser } from "../test-app.ts";
import { signInAs } from "./people.ts";

const TEN_MINUTES_MS = 600_000;

let server: TestApp;
let browser: TestBrowser;
beforeEach(async () => {
  server = await createTestApp();
  browser = await server.signIn();
});
afterEach(() => server.close());

const teamOf = (who = browser) => askLines(who, endpoints.readTeam);
const projectIdsIn = (events: readonly TeamEvent[]) =>
  events.flatMap((event) => (event.type === "members" ? event.projectId : [])).toSorted();
const memberCalls = () =>
  server.simulator.ledger.calls("listProjectMembers") + server.simulator.ledger.calls("listIpdUsers");

describe("the members of a team", () => {
  test("stand there project by project, of both kinds, with work or without", async () => {
    const { store } = server.simulator;
    const { id, members } = scrumProjectOf(server.simulator);
    const outside = server.simulator.credentials.find(
      ({ userId }) => !members.some(({ person }) => person.userId === userId),
    );
    const idle = orThrow(store.person(outside?.userId ?? ""), "somebody outside");
    store.patchProject(id, { members: [...members, { person: idle, roleId: 4 }] });
    const events = await teamOf();
    const told = new Map(
      events.flatMap((event) => (event.type === "members" ? [[event.projectId, event.members] as const] : [])),
    );
    const expected = projectsOf(server.simulator).map((project) => project.id);
    expect([...told.keys()].toSorted()).toEqual(expected.toSorted());
    for (const project of projectsOf(server.simulator))
      expect(
        told
          .get(project.id)
          ?.map((member) => member.id)
          .toSorted(),
      ).toEqual(
        orThrow(store.project(project.id), "it")
          .members.map(({ person }) => person.userId)
          .toSorted(),
      );
    expect(told.get(id)?.map((member) => member.id)).toContain(idle.userId);
    expect(events.at(-1)).toEqual({ type: "end" });
  });

  test("are asked for once a project in ten minutes, however often the page is opened and whatever is written meanwhile", async () => {
    await teamOf();
    const first = memberCalls();
    expect(first).toBe(projectsOf(server.simulator).length);
    await ask(browser, endpoints.createPlan, {
      params: { projectId: scrumProjectOf(server.simulator).id },
      json: { name: "Something written", type: "gantt" },
    });
    server.clock.advanceBy(TEN_MINUTES_MS - 30_000);
    const again = await teamOf();
    expect(projectIdsIn(again)).toHaveLength(first);
    expect(memberCalls()).toBe(first);
    server.clock.advanceBy(TEN_MINUTES_MS);
    await teamOf();
    expect(memberCalls()).toBe(2 * first);
  });

  test("are told to nobody by what somebody else was told, nor of a project that one has left", async () => {
    const { id: projectId } = scrumProjectOf(server.simulator);
    await teamOf();
    const colleague = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
    const asked = memberCalls();
    const theirs = projectIdsIn(await teamOf(colleague));
    expect(theirs).toContain(projectId);
    expect(memberCalls()).toBe(asked + theirs.length);

    await signInAs(server, { userName: "chen.hao", projectId, isMember: false });
    server.clock.advanceBy(60_000);
    expect(projectIdsIn(await teamOf(colleague))).not.toContain(projectId);
  });

  test("of a project that fails are missing alone, and are asked for again", async () => {
    const { id: projectId } = scrumProjectOf(server.simulator);
    server.simulator.faults.add({
      when: { operation: "listProjectMembers", path: projectId },
      do: { kind: "status", status: 500 },
    });
    const events = await teamOf();
    expect(events).toContainEqual(expect.objectContaining({ type: "project-failed", projectId }));
    const others = projectsOf(server.simulator).flatMap(({ id }) => (id === projectId ? [] : id));
    expect(projectIdsIn(events)).toEqual(others.toSorted());
    server.simulator.faults.clear();
    expect(projectIdsIn(await teamOf())).toContain(projectId);
  });
});
