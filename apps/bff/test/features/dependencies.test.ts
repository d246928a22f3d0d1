import {
  type DependencyEdit,
  type DependencyTerms,
  endpoints,
  MOST_DEPENDENCIES,
  MOST_DEPENDENCY_EDITS,
} from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ask, askError } from "../ask.ts";
import { ipdProjectOf, projectsOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, TEST_NOW, type TestApp, type TestBrowser } from "../test-app.ts";
import { readEvents } from "../read-events.ts";
import { signInAs } from "./people.ts";

const { listDependencies, editDependencies } = endpoints;
const FS: DependencyTerms = { type: "FS", lagDays: 0 };
const SS: DependencyTerms = { type: "SS", lagDays: -2 };

let server: TestApp;
let browser: TestBrowser;
let projectId: string;
beforeEach(async () => {
  server = await createTestApp();
  browser = await server.signIn();
  projectId = scrumProjectOf(server.simulator).id;
});
afterEach(() => server.close());

const draw = (fromId: string, toId: string, after: DependencyTerms | null = FS): DependencyEdit => ({
  fromId,
  toId,
  before: null,
  after,
});
const edit = (...edits: DependencyEdit[]) => ask(browser, editDependencies, { params: { projectId }, json: { edits } });
const refusal = (...edits: DependencyEdit[]) =>
  askError(browser, editDependencies, { params: { projectId }, json: { edits } });
const linksOf = async (reader: TestBrowser = browser, project = projectId) =>
  (await ask(reader, listDependencies, { params: { projectId: project } })).items.map(
    ({ fromId, toId, type, lagDays }) => `${fromId} ${type}${lagDays} ${toId}`,
  );

describe("links between work items", () => {
  test("are drawn, changed and removed, and say who did it when", async () => {
    const drawn = await edit(draw("1", "2"), draw("2", "3", SS));
    expect(drawn.items).toEqual([
      { fromId: "1", toId: "2", ...FS, changedBy: "Zhao Min", changedAt: TEST_NOW },
      { fromId: "2", toId: "3", ...SS, changedBy: "Zhao Min", changedAt: TEST_NOW },
    ]);
    await edit({ fromId: "1", toId: "2", before: FS, after: SS }, { fromId: "2", toId: "3", before: SS, after: null });
    expect(await linksOf()).toEqual(["1 SS-2 2"]);
  });

  test("are all made or none: one edit that is out of date leaves everything as it was", async () => {
    await edit(draw("1", "2"));
    const error = await refusal(draw("3", "4"), draw("1", "2", SS), {
      fromId: "5",
      toId: "6",
      before: FS,
      after: null,
    });
    expect(error).toMatchObject({ code: "dependency.changed_since", status: 409 });
    expect(error.details?.itemIds).toEqual(["1", "2", "5", "6"]);
    expect(await linksOf()).toEqual(["1 FS0 2"]);
  });

  test("are changed from what they were only, lag and type alike", async () => {
    await edit(draw("1", "2"));
    for (const before of [SS, { type: "FS", lagDays: 1 }, { type: "FF", lagDays: 0 }] satisfies DependencyTerms[]) {
      for (const after of [{ type: "SF", lagDays: 3 } satisfies DependencyTerms, null]) {
        const error = await refusal({ fromId: "1", toId: "2", before, after });
        expect(error.code).toBe("dependency.changed_since");
      }
    }
    expect(await linksOf()).toEqual(["1 FS0 2"]);
  });

  test("are one for each direction: both at once would be a ring, one after the other's removal is none", async () => {
    await edit(draw("1", "2"));
    expect(await refusal(draw("2", "1"))).toMatchObject({
      code: "dependency.ring",
      details: { itemIds: ["1", "2", "1"] },
    });
    await edit({ fromId: "1", toId: "2", before: FS, after: null }, draw("2", "1"));
    expect(await linksOf()).toEqual(["2 FS0 1"]);
  });

  test("never close a ring, which is named item by item", async () => {
    await edit(draw("10", "20"), draw("20", "30"), draw("20", "40"));
    const error = await refusal(draw("40", "50"), draw("30", "10", SS));
    expect(error).toMatchObject({ code: "dependency.ring", status: 409 });
    expect(error.details?.itemIds).toEqual(["10", "20", "30", "10"]);
    expect(await linksOf()).toHaveLength(3);
  });

  test("that two people draw at the same moment belong to one of them, and the other hears of it", async () => {
    const colleague = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
    const asked = { params: { projectId }, json: { edits: [draw("1", "2")] } };
    const answers = await Promise.all(
      [browser, colleague].map(async (person) => {
        const response = await person.request(`/api/projects/${projectId}/dependencies`, { method: "POST", ...asked });
        return response.status;
      }),
    );
    expect(answers.toSorted((left, right) => left - right)).toEqual([200, 409]);
    expect(await linksOf()).toEqual(["1 FS0 2"]);
  });

  test("are undone by the same edit turned round, unless somebody changed them since", async () => {
    await edit(draw("1", "2"));
    const change: DependencyEdit = { fromId: "1", toId: "2", before: FS, after: SS };
    const undo: DependencyEdit = { ...change, before: change.after, after: change.before };
    await edit(change);
    await edit(undo);
    expect(await linksOf()).toEqual(["1 FS0 2"]);
    await edit(change);
    await edit({ fromId: "1", toId: "2", before: SS, after: null });
    expect((await refusal(undo)).code).toBe("dependency.changed_since");
    expect(await linksOf()).toEqual([]);
  });

  test("take the ids of IPD items, digit by digit", async () => {
    projectId = ipdProjectOf(server.simulator).id;
    const [from = "", to = ""] = server.simulator.store.ipdItemsOf(projectId).map(({ id }) => id);
    await edit(draw(from, to));
    expect(await linksOf()).toEqual([`${from} FS0 ${to}`]);
  });
});

describe("an edit that makes no sense", () => {
  test.each([
    ["links an item to itself", [draw("1", "1")], "edits.0.toId"],
    ["names a link twice", [draw("1", "2"), draw("1", "2", SS)], "edits.1"],
    ["changes nothing", [{ fromId: "1", toId: "2", before: FS, after: FS }], "edits.0.after"],
    ["is about no link", [draw("1", "2"), draw("3", "4", null)], "edits.1.after"],
    ["has a type that is none", [{ ...draw("1", "2"), after: { type: "XX", lagDays: 0 } }], "edits.0.after.type"],
    ["has a lag of part of a day", [draw("1", "2", { type: "FS", lagDays: 0.5 })], "edits.0.after.lagDays"],
    ["has a lag of more than a year", [draw("1", "2", { type: "FS", lagDays: 366 })], "edits.0.after.lagDays"],
    ["has an id that is none", [draw("1", "2'; drop table dependencies")], "edits.0.toId"],
    ["has a field that is none", [{ ...draw("1", "2"), domainId: "x" }], "edits.0.domainId"],
    ["is empty", [], "edits"],
    [
      "has too many links",
      Array.from({ length: MOST_DEPENDENCY_EDITS + 1 }, (_, index) => draw("1", `${index + 2}`)),
      "edits",
    ],
  ])("is refused by the name of the field: %s", async (_what, edits, path) => {
    const error = await askError(browser, editDependencies, { params: { projectId }, json: { edits } });
    expect(error).toMatchObject({ code: "request.invalid", status: 400 });
    expect(error.details?.issues?.map((issue) => issue.path)).toEqual([path]);
    expect(await linksOf()).toEqual([]);
  });

  test("is told apart from the most that a call takes", async () => {
    const edits = Array.from({ length: MOST_DEPENDENCY_EDITS }, (_, index): DependencyEdit => {
      const id = `1${String(index).padStart(18, "0")}`;
      return draw(id, `2${id.slice(1)}`, { type: "FS", lagDays: -365 });
    });
    await edit(...edits);
    const turned = edits.map(({ before, after, ...ends }) => ({ ...ends, before: after, after: { ...FS, ...before } }));
    expect((await edit(...turned)).items).toHaveLength(MOST_DEPENDENCY_EDITS);
  });
});

describe("who may see links", () => {
  test("everybody in the project, nobody else", async () => {
    await edit(draw("1", "2"));
    const colleague = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
    expect(await linksOf(colleague)).toEqual(["1 FS0 2"]);
    const stranger = await signInAs(server, { userName: "guo.jing", projectId, isMember: false });
    const params = { projectId };
    const json = { edits: [draw("3", "4")] };
    expect(await askError(stranger, listDependencies, { params })).toMatchObject({ code: "project.not_found" });
    expect(await askError(stranger, editDependencies, { params, json })).toMatchObject({ code: "project.not_found" });
    expect(await linksOf()).toEqual(["1 FS0 2"]);
  });

  test("another account's links are neither seen nor changed, not even in a project of the same id", async () => {
    const theirs = {
      domain_id: "f".repeat(32),
      project_id: projectId,
      from_id: "1",
      to_id: "2",
      type: "FS" as const,
      lag_days: 0,
      changed_by: "Somebody else",
      changed_at: 1,
    };
    const table = () => server.dependencies.database.selectFrom("dependencies").selectAll();
    await server.dependencies.database.insertInto("dependencies").values(theirs).execute();
    expect(await linksOf()).toEqual([]);
    for (const after of [SS, null])
      expect((await refusal({ fromId: "1", toId: "2", before: FS, after })).code).toBe("dependency.changed_since");
    await edit(draw("2", "1"));
    await edit(draw("1", "3"));
    expect(await table().where("domain_id", "=", theirs.domain_id).execute()).toEqual([theirs]);
    expect(await linksOf()).toEqual(["1 FS0 3", "2 FS0 1"]);
  });

  test("a project's links are no other project's", async () => {
    await edit(draw("1", "2"));
    const other = projectsOf(server.simulator).find(({ id }) => id !== projectId)?.id ?? "";
    expect(await linksOf(browser, other)).toEqual([]);
  });
});

describe("a project's links", () => {
  test("are at most as many as Gantry promises to keep", async () => {
    const session = await server.dependencies.database.selectFrom("sessions").selectAll().executeTakeFirstOrThrow();
    const rows = Array.from({ length: MOST_DEPENDENCIES - 1 }, (_, index) => ({
      domain_id: session.domain_id,
      project_id: projectId,
      from_id: `${100_000 + index}`,
      to_id: `${100_001 + index}`,
      type: "FS" as const,
      lag_days: 0,
      changed_by: "Zhao Min",
      changed_at: TEST_NOW,
    }));
    for (let start = 0; start < rows.length; start += 2_000) {
      const part = rows.slice(start, start + 2_000);
      await server.dependencies.database.insertInto("dependencies").values(part).execute();
    }
    expect(await refusal(draw("1", "2"), draw("2", "3"))).toMatchObject({ code: "dependency.too_many", status: 409 });
    const ring = await refusal(draw(`${99_999 + MOST_DEPENDENCIES}`, "100000"));
    expect(ring.code).toBe("dependency.ring");
    expect(ring.details?.itemIds).toHaveLength(MOST_DEPENDENCIES + 1);
    expect((await edit(draw("1", "2"))).items).toHaveLength(MOST_DEPENDENCIES);
    expect((await refusal(draw("3", "4"))).code).toBe("dependency.too_many");
  });

  test("are there after a restart", async () => {
    await edit(draw("1", "2"));
    const again = await createTestApp({ store: server.dependencies.store });
    expect(await linksOf(await again.signIn())).toEqual(["1 FS0 2"]);
    await again.app.stop();
  });

  test("that changed are news for those who may see the project", async () => {
    const colleague = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
    const stranger = await signInAs(server, { userName: "guo.jing", projectId, isMember: false });
    const streams = await Promise.all([browser, colleague, stranger].map((person) => person.request("/api/events")));
    const hearing = streams.map((stream) => readEvents(stream, ({ type }) => type === "dependencies-changed"));
    await edit(draw("1", "2"));
    await refusal(draw("1", "2"));
    const news = { type: "dependencies-changed", projectId };
    expect(await Promise.all(hearing.slice(0, 2))).toEqual([[news], [news]]);
    await server.app.stop();
    expect(await hearing[2]).toEqual([{ type: "server-stopping" }]);
  });
});
