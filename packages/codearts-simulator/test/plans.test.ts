import { describe, expect, test } from "vitest";
import { createRig, dig, digList } from "./rig.ts";

async function signedIn() {
  const rig = createRig();
  const call = await rig.as("zhao.min");
  const plan = rig.plan("Checkout 3.0");
  return {
    ...rig,
    call,
    plan,
    path: `/v3/plan/${plan.projectId}/${plan.id}`,
    list: `/v3/plan/${plan.projectId}/managements`,
  };
}

describe("the plan list", () => {
  test("has the form of the document's example: all under result, totals and times as strings", async () => {
    const { call, list, plan } = await signedIn();
    const reply = await call("POST", list, {
      sort: "",
      search: "checkout 3",
      page_no: 1,
      page_size: 15,
      type: "gantt",
      user_ids: [plan.creator.userId],
    });
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual({
      result: {
        plans: [
          {
            id: plan.id,
            name: "Checkout 3.0",
            type: "gantt",
            project_id: plan.projectId,
            creator: {
              user_id: plan.creator.userId,
              domain_id: plan.creator.domain.id,
              nick_name: "Zhao Min",
              first_name: "zhao.min",
            },
            updater: expect.objectContaining({ user_id: plan.updater.userId }),
            created_on: String(plan.createdAt),
            updated_on: String(plan.updatedAt),
            ...(plan.imageUrl === null ? {} : { img_url: plan.imageUrl }),
          },
        ],
        total: "1",
        minds: "0",
        gantts: "1",
      },
      status: "success",
    });
  });

  test("pages through all plans of a project once each", async () => {
    const { call, list } = await signedIn();
    const pages = await Promise.all([1, 2, 3].map((page_no) => call("POST", list, { page_no, page_size: 5 })));
    const ids = pages.flatMap((page) => digList(page.json, "result", "plans").map((plan) => dig(plan, "id")));
    expect(new Set(ids).size).toBe(11);
    expect(dig(pages[0]?.json, "result", "total")).toBe("11");
  });

  test.each([
    ["no page", {}],
    ["page 0", { page_no: 0, page_size: 10 }],
    ["page 10,000", { page_no: 10_000, page_size: 10 }],
    ["201 rows", { page_no: 1, page_size: 201 }],
    ["a type that is none", { page_no: 1, page_size: 10, type: "board" }],
    ["a creator that is no id", { page_no: 1, page_size: 10, user_ids: ["zhao"] }],
  ])("refuses %s with a PM error", async (_name, body) => {
    const { call, list } = await signedIn();
    expect(await call("POST", list, body)).toMatchObject({
      status: 400,
      json: { error_code: "PM.02175006", error_msg: expect.any(String) },
    });
  });

  test("refuses a call without Content-Type, and a project id of another form", async () => {
    const { call, list } = await signedIn();
    expect((await call("POST", list, { page_no: 1, page_size: 1 }, { "content-type": null })).status).toBe(400);
    expect((await call("POST", "/v3/plan/abc/managements", { page_no: 1, page_size: 1 })).status).toBe(400);
  });
});

describe("one plan", () => {
  test("has the form of the document's example, without a thumbnail", async () => {
    const { call, path, plan } = await signedIn();
    const reply = await call("GET", `${path}/info`);
    expect(reply.status).toBe(200);
    expect(Object.keys(dig(reply.json, "result") as object)).toEqual([
      "id",
      "name",
      "type",
      "project_id",
      "creator",
      "updater",
      "created_on",
      "updated_on",
    ]);
    expect(reply.json).toMatchObject({
      result: { id: plan.id, created_on: String(plan.createdAt) },
      status: "success",
    });
  });

  test("is not found by a doubled slash, nor under another project", async () => {
    const { call, path, project, plan } = await signedIn();
    expect(await call("GET", `/${path}/info`)).toMatchObject({ status: 404, json: { error_code: "APIG.0101" } });
    expect((await call("GET", `/v3/plan/${project("Fleet").id}/${plan.id}/info`)).status).toBe(400);
  });

  test("is created, renamed and deleted, and its name is used once", async () => {
    const { call, list, path, plan, project } = await signedIn();
    const { id: projectId } = project("Atlas Payments");
    const created = await call("POST", `/v3/plan/${projectId}/management`, { name: "New plan", type: "gantt" });
    expect(created.json).toMatchObject({
      result: { name: "New plan", type: "gantt", project_id: projectId },
      status: "success",
    });
    const planId = String(dig(created.json, "result", "id"));
    expect(planId).toMatch(/^[0-9a-f]{32}$/);
    expect(await call("POST", `/v3/plan/${projectId}/management`, { name: "New plan", type: "mind" })).toMatchObject({
      json: { error_code: "PM.10002006" },
    });
    const renamed = await call("PUT", `/v3/plan/${projectId}/management/${planId}`, { name: "Newer plan" });
    expect(renamed.json).toMatchObject({ result: { id: planId, name: "Newer plan" } });
    expect((await call("DELETE", `/v3/plan/${projectId}/management`, [planId])).json).toEqual({ status: "success" });
    const left = await call("POST", list, { page_no: 1, page_size: 200 });
    expect(left.text).not.toContain(planId);
    expect((await call("GET", `${path}/info`)).text).toContain(plan.name);
  });
});

describe("items of a plan", () => {
  test("come as v2 items, page by page in camelCase, all of them once", async () => {
    const { call, path, plan } = await signedIn();
    const pages = await Promise.all(
      [1, 2].map((pageNo) => call("POST", `${path}/issues`, { show_type: "list", pageNo, pageSize: 100 })),
    );
    const ids = pages.flatMap((page) => digList(page.json, "result", "issues").map((item) => String(dig(item, "id"))));
    expect(ids).toEqual([...plan.itemIds]);
    expect(pages[1]?.json).toMatchObject({
      result: { issues_count: 146, issue_cur_count: 46, milestone_cur_count: 0 },
      status: "success",
    });
  });

  test("have days and instants as ms strings and the title as subject", async () => {
    const { call, path, itemOf } = await signedIn();
    const item = itemOf("Checkout 3.0", (one) => one.begin === "2026-11-09");
    const reply = await call("POST", `${path}/issues`, { subject: item.title, pageNo: 1, pageSize: 200 });
    const wire = digList(reply.json, "result", "issues").find((one) => dig(one, "id") === item.id);
    expect(wire).toMatchObject({
      subject: item.title,
      start_date: String(Date.UTC(2026, 10, 8, 16)),
      created_on: String(item.createdAt),
      parent_issue_id: item.parentId,
      project: { identifier: item.projectId },
    });
  });

  test("come as a tree when asked for", async () => {
    const { call, path } = await signedIn();
    const reply = await call("POST", `${path}/issues`, { show_type: "tree", pageNo: 1, pageSize: 200 });
    const roots = digList(reply.json, "result", "issues");
    expect(roots.map((root) => dig(root, "subject"))).toEqual(["Checkout redesign", "Launch"]);
    expect(digList(roots[0], "children", 0, "children").length).toBeGreaterThan(3);
  });

  test("are answered by the v2 call too", async () => {
    const { call, plan } = await signedIn();
    const reply = await call(
      "GET",
      `/v2/workitem/plan?project_id=${plan.projectId}&plan_id=${plan.id}&page_no=2&page_size=100`,
    );
    expect(reply.json).toMatchObject({ result: { total: 146, total_count: 146 }, status: "success" });
    expect(digList(reply.json, "result", "issues")).toHaveLength(46);
  });
});

describe("addable items", () => {
  test("are those of the project that are not in the plan; pages come as text", async () => {
    const { call, path, plan } = await signedIn();
    const reply = await call("POST", `${path}/addable-issues`, { subject: "", page_no: "1", page_size: "100" });
    expect(reply.json).toMatchObject({ result: { total_count: 1_240, issue_cur_count: 100 }, status: "success" });
    const ids = digList(reply.json, "result", "issues").map((item) => String(dig(item, "id")));
    expect(ids.filter((id) => plan.itemIds.has(id))).toEqual([]);
    expect((await call("POST", `${path}/addable-issues`, { page_no: 1, page_size: 100 })).status).toBe(400);
  });
});

describe("linking", () => {
  test("takes 100 ids, answers the bare status, and is in the ledger once an item", async () => {
    const { call, path, plan, simulator } = await signedIn();
    const ids = simulator.store
      .scrumItemsOf(plan.projectId)
      .filter((item) => !plan.itemIds.has(String(item.id)))
      .slice(0, 100)
      .map((item) => item.id);
    const reply = await call("POST", `${path}/issue`, ids);
    expect(reply.json).toEqual({ status: "success" });
    expect(simulator.store.plan(plan.id)?.itemIds.size).toBe(246);
    expect(simulator.ledger.all()).toMatchObject([
      { operation: "linkIssues", planId: plan.id, projectId: plan.projectId, itemIds: ids.map(String), applied: 100 },
    ]);
    expect(ids.map((id) => simulator.ledger.timesApplied(String(id)))).toEqual(ids.map(() => 1));
    await call("POST", `${path}/issue`, ids.slice(0, 1));
    expect(simulator.ledger.timesApplied(String(ids[0]), { operation: "linkIssues", planId: plan.id })).toBe(2);
    expect(simulator.ledger.calls("linkIssues")).toBe(2);
  });

  test("refuses 101 ids, ids as text, nothing, and items of other projects, and links none of them", async () => {
    const { call, path, itemOf, plan, simulator } = await signedIn();
    const foreign = itemOf("Depot planner").id;
    const addable = simulator.store.scrumItemsOf(plan.projectId).filter((item) => !plan.itemIds.has(String(item.id)));
    const free = addable.at(-1)?.id ?? 0;
    const bodies = [addable.slice(0, 101).map((item) => item.id), [String(free)], [], [free, foreign]];
    for (const body of bodies)
      expect(await call("POST", `${path}/issue`, body)).toMatchObject({
        status: 400,
        json: { error_code: expect.stringMatching(/^PM\./) },
      });
    expect(simulator.ledger.all()).toEqual([]);
    expect(simulator.ledger.calls("linkIssues")).toBe(4);
    expect(simulator.store.plan(plan.id)?.itemIds.has(String(free))).toBe(false);
  });

  test("is refused for mind maps and for IPD projects", async () => {
    const { call, plan, simulator } = await signedIn();
    const plans = simulator.world.plans;
    const mind = plans.find((one) => one.name === "Loyalty ideas");
    const firmware = plans.find((one) => one.name === "Firmware train 26.2");
    const free = simulator.store.scrumItemsOf(plan.projectId).at(-1)?.id ?? 0;
    expect((await call("POST", `/v3/plan/${mind?.projectId}/${mind?.id}/issue`, [free])).status).toBe(400);
    expect(await call("POST", `/v3/plan/${firmware?.projectId}/${firmware?.id}/issue`, [free])).toMatchObject({
      json: { error_code: "PM.02152010" },
    });
  });
});

test("a path that is no path of CodeArts, well encoded or not, is not published", async () => {
  const { call, plan } = await signedIn();
  for (const path of [
    "/v4/nothing",
    "/v3/plan/%E0%A4%A/managements",
    `/v3/plan/${plan.projectId}/..%2F..%2Fv4%2Fuser/info`,
  ])
    expect([400, 404]).toContain((await call("GET", path)).status);
});
