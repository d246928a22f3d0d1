import { describe, expect, test } from "vitest";
import { createRig, dig, digList } from "./rig.ts";

async function signedIn() {
  const rig = createRig();
  const call = await rig.as("zhao.min");
  const project = rig.project("Atlas Payments");
  return { ...rig, call, atlas: project, path: `/v4/projects/${project.id}` };
}

describe("projects and people", () => {
  test("the project list has ids, names and a numeric total, and leaves IPD projects out", async () => {
    const { call } = await signedIn();
    const reply = await call("GET", "/v4/projects?offset=0&limit=1000");
    expect(dig(reply.json, "total")).toBe(4);
    expect(dig(reply.json, "projects", 0)).toMatchObject({
      project_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      project_type: "scrum",
    });
    expect((await call("GET", "/v4/projects")).status).toBe(400);
    expect((await call("GET", "/v4/projects?offset=0&limit=1001")).status).toBe(400);
  });

  test("the project detail has name in place of project_name, inside project", async () => {
    const { call, path } = await signedIn();
    expect((await call("GET", path)).json).toMatchObject({ project: { name: "Atlas Payments", archive: 0 } });
  });

  test("members come by pages of at most 100, the offset a multiple of the limit", async () => {
    const { call, path } = await signedIn();
    const reply = await call("GET", `${path}/members?offset=10&limit=10`);
    expect(reply.json).toMatchObject({ total: 18 });
    expect(digList(reply.json, "members")).toHaveLength(8);
    expect(dig(reply.json, "members", 0)).toMatchObject({
      user_num_id: expect.any(Number),
      user_type: "User",
      forbidden: 0,
    });
    expect((await call("GET", `${path}/members?offset=5&limit=10`)).json).toMatchObject({ error_code: "PM.02174103" });
    expect((await call("GET", `${path}/members?offset=0&limit=101`)).status).toBe(400);
  });

  test("the current user has user_id and no id", async () => {
    const { call, simulator } = await signedIn();
    const { json } = await call("GET", "/v4/user");
    expect(json).toMatchObject({ user_id: simulator.credentials[0]?.userId, user_name: "zhao.min" });
    expect(dig(json, "id")).toBeUndefined();
  });

  test("statuses, sprints and public settings are those of the project", async () => {
    const { call, path, atlas } = await signedIn();
    const statuses = await call("GET", `${path}/statuses?offset=0&limit=100`);
    expect(digList(statuses.json, "issue_statuses").map((one) => dig(one, "status_id"))).toEqual([1, 2, 3, 4, 5, 6]);
    const sprints = await call("GET", `${path}/iterations`);
    expect(digList(sprints.json, "iterations").filter((one) => dig(one, "status") === "1")).toHaveLength(1);
    const settings = await call("GET", `/v4/project/${atlas.id}/public-configs`);
    expect(settings.json).toEqual({ closed_workitem_readonly_mode: false });
  });
});

describe("the advanced query", () => {
  test("filters and pages, at most 100 rows, without descriptions", async () => {
    const { call, path, simulator, atlas } = await signedIn();
    const bugs = simulator.store.scrumItemsOf(atlas.id).filter((item) => item.trackerId === 3);
    const reply = await call("POST", `${path}/issues`, { offset: 100, limit: 100, tracker_ids: [3] });
    expect(reply.json).toMatchObject({ total: bugs.length });
    expect(digList(reply.json, "issues").map((item) => dig(item, "id"))).toEqual(
      bugs.slice(100, 200).map((item) => item.id),
    );
    expect(dig(reply.json, "issues", 0, "description")).toBeUndefined();
    expect((await call("POST", `${path}/issues`, { limit: 101 })).status).toBe(400);
    expect((await call("POST", `${path}/issues`, { offset: 5, limit: 10 })).status).toBe(400);
  });

  test("takes people as numbers and as texts", async () => {
    const { call, path, simulator, atlas } = await signedIn();
    const number = simulator.credentials[0]?.userNumber ?? 0;
    const mine = simulator.store.scrumItemsOf(atlas.id).filter((item) => item.assigneeNumber === number).length;
    expect((await call("POST", `${path}/issues`, { assigned_ids: [number] })).json).toMatchObject({ total: mine });
    expect((await call("POST", `${path}/issues`, { assigned_ids: [String(number)] })).json).toMatchObject({
      total: mine,
    });
  });
});

describe("the item update", () => {
  test("changes what it names and nothing else, and answers the item", async () => {
    const { call, path, itemOf, simulator } = await signedIn();
    const item = itemOf("Refund flows", (one) => one.trackerId === 2);
    const reply = await call("PUT", `${path}/issues/${item.id}`, {
      begin_time: "2026-12-01",
      end_time: "2026-12-04",
      done_ratio: 30,
      status_id: 2,
    });
    expect(reply.json).toMatchObject({
      id: item.id,
      name: item.title,
      begin_time: "2026-12-01",
      end_time: "2026-12-04",
      done_ratio: 30,
      status: { id: 2 },
    });
    expect(simulator.store.scrumItem(item.id)).toMatchObject({
      priorityId: item.priorityId,
      assigneeNumber: item.assigneeNumber,
      begin: "2026-12-01",
    });
    const shown = await call("GET", `${path}/issues/${item.id}`);
    expect(shown.json).toEqual(reply.json);
    expect(simulator.ledger.timesApplied(String(item.id), { operation: "updateIssue", field: "begin_time" })).toBe(1);
    expect(simulator.ledger.timesApplied(String(item.id), { field: "priority_id" })).toBe(0);
  });

  test.each([
    ["a begin after the end", { begin_time: "2026-12-05", end_time: "2026-12-04" }, "PM.02175006"],
    ["a day that is none", { begin_time: "2026-02-29" }, "PM.02175006"],
    ["an emptied day", { begin_time: "" }, "PM.02175006"],
    ["101 percent", { done_ratio: 101 }, "PM.02175006"],
    ["a status that is none", { status_id: 99 }, "PM.02175006"],
    ["a title of 257 characters", { name: "x".repeat(257) }, "PM.02175006"],
    ["an emoji", { name: "Launch 🚀" }, "PM.02101004"],
    ["an assignee from outside", { assigned_id: 999_999 }, "PM.02177003"],
  ])("refuses %s and changes nothing", async (_name, body, code) => {
    const { call, path, itemOf, simulator } = await signedIn();
    const item = itemOf("Refund flows", (one) => one.trackerId === 2);
    const reply = await call("PUT", `${path}/issues/${item.id}`, body);
    expect(reply).toMatchObject({ status: 400, json: { error_code: code } });
    expect(simulator.store.scrumItem(item.id)).toEqual(item);
    expect(simulator.ledger.all()).toEqual([]);
  });

  test("is seen by the next query, and not by a stale one", async () => {
    const { call, path, itemOf, simulator } = await signedIn();
    const item = itemOf("Refund flows", (one) => one.trackerId === 2);
    const ratio = async () =>
      dig((await call("POST", `${path}/issues`, { issue_ids: [item.id] })).json, "issues", 0, "done_ratio");
    const before = await ratio();
    await call("PUT", `${path}/issues/${item.id}`, { done_ratio: 31 });
    expect(await ratio()).toBe(31);
    simulator.faults.add({ when: { operation: "listIssues", times: 1 }, do: { kind: "stale-read" } });
    expect([await ratio(), await ratio()]).toEqual([before, 31]);
  });

  test("takes null for a day and leaves the day as it is", async () => {
    const { call, path, itemOf } = await signedIn();
    const item = itemOf("Refund flows", (one) => one.trackerId === 2);
    expect((await call("PUT", `${path}/issues/${item.id}`, { begin_time: null })).json).toMatchObject({
      begin_time: item.begin,
    });
  });

  test("is refused for closed items where the project says so", async () => {
    const { call, path, itemOf, simulator, atlas } = await signedIn();
    simulator.store.patchProject(atlas.id, { isClosedReadOnly: true });
    const closed = itemOf("Refund flows", (one) => one.statusId === 5);
    const open = itemOf("Refund flows", (one) => one.statusId === 1);
    expect((await call("PUT", `${path}/issues/${closed.id}`, { done_ratio: 90 })).status).toBe(400);
    expect((await call("PUT", `${path}/issues/${open.id}`, { done_ratio: 10 })).status).toBe(200);
  });
});

describe("the V2 batch edit", () => {
  test("assigns one item and lists it as text among the successes", async () => {
    const { call, itemOf, atlas, simulator } = await signedIn();
    const item = itemOf("Refund flows");
    const to = atlas.members[3]?.person.userNumber ?? 0;
    const reply = await call("POST", "/v2/workitem/issues", {
      project_id: atlas.id,
      issue_ids: String(item.id),
      assigned_to_id: String(to),
    });
    expect(reply.json).toEqual({
      result: {
        project: {
          id: atlas.number,
          identifier: atlas.id,
          total: 0,
          close: 0,
          role: 0,
          type: "scrum",
          archive: false,
          mem_count: 0,
        },
        journal_ids: [expect.any(String)],
        error_issues: [],
        versions_issues: [],
        success_issues: [String(item.id)],
      },
      status: "success",
    });
    expect(simulator.store.scrumItem(item.id)?.assigneeNumber).toBe(to);
    expect(
      simulator.ledger.timesApplied(String(item.id), { operation: "batchEditIssues", field: "assigned_to_id" }),
    ).toBe(1);
  });

  test("of an archived project is the document's own example: success, with the item in error_issues", async () => {
    const { call, itemOf, atlas, simulator } = await signedIn();
    const item = itemOf("Refund flows");
    simulator.store.patchProject(atlas.id, { isArchived: true });
    const reply = await call("POST", "/v2/workitem/issues", {
      project_id: atlas.id,
      issue_ids: String(item.id),
      assigned_to_id: String(atlas.creator.userNumber),
    });
    expect(reply).toMatchObject({
      status: 200,
      json: { status: "success", result: { project: { archive: true }, error_issues: [item.id], success_issues: [] } },
    });
    expect(simulator.ledger.all()).toEqual([]);
  });

  test("refuses several ids, ids as numbers, and people from outside the project", async () => {
    const { call, atlas, itemOf } = await signedIn();
    const { id } = itemOf("Refund flows");
    const edit = { project_id: atlas.id, issue_ids: String(id), assigned_to_id: String(atlas.creator.userNumber) };
    for (const wrong of [
      { issue_ids: `${id},${id + 1}` },
      { issue_ids: id },
      { project_id: "short" },
      { assigned_to_id: undefined },
    ])
      expect((await call("POST", "/v2/workitem/issues", { ...edit, ...wrong })).status).toBe(400);
    expect(await call("POST", "/v2/workitem/issues", { ...edit, assigned_to_id: "7" })).toMatchObject({
      json: { error_code: "PM.02177003" },
    });
  });
});

test("an edit by someone else changes the item and is in the ledger under another name", async () => {
  const { call, path, itemOf, simulator } = await signedIn();
  const item = itemOf("Refund flows");
  simulator.clock.advance(1_000);
  simulator.editAsSomeoneElse({ itemId: String(item.id), fields: { end_time: "2027-01-15" } });
  expect((await call("GET", `${path}/issues/${item.id}`)).json).toMatchObject({
    end_time: "2027-01-15",
    updated_time: "2026-11-22 10:00:01",
  });
  expect(simulator.ledger.all()).toMatchObject([{ operation: "editElsewhere", itemIds: [String(item.id)] }]);
  expect(simulator.ledger.all()[0]?.userId).not.toBe(simulator.credentials[0]?.userId);
});
