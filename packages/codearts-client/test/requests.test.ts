import { expect, test } from "vitest";
import type { CodeArtsClient } from "../src/index.ts";
import { operations } from "../src/index.ts";
import { clientOver, inProcess, json, PLAN, PROJECT, TOKEN, USER } from "./upstream.ts";

const IPD_ITEM = "957294446158852096";
const plan = { id: PLAN, name: "P", type: "gantt" };
const ipd = `/v1/ipdprojectservice/projects/${PROJECT}`;

type Expectation = {
  name: keyof CodeArtsClient;
  run: (client: CodeArtsClient) => Promise<unknown>;
  answer: unknown;
  sent: string;
  query?: Record<string, string>;
  body?: unknown;
};

const expectations: Expectation[] = [
  {
    name: "listPlans",
    run: (client) =>
      client.listPlans({ projectId: PROJECT, pageNo: 1, pageSize: 15, search: "", type: "gantt", creatorIds: [USER] }),
    answer: { result: { plans: [plan] }, status: "success" },
    sent: `POST /v3/plan/${PROJECT}/managements`,
    body: { page_no: 1, page_size: 15, search: "", type: "gantt", user_ids: [USER] },
  },
  {
    name: "showPlan",
    run: (client) => client.showPlan({ projectId: PROJECT, planId: PLAN }),
    answer: { result: plan, status: "success" },
    sent: `GET /v3/plan/${PROJECT}/${PLAN}/info`,
  },
  {
    name: "linkItems",
    run: (client) => client.linkItems({ projectId: PROJECT, planId: PLAN, itemIds: ["9192109", "9191020"] }),
    answer: { status: "success" },
    sent: `POST /v3/plan/${PROJECT}/${PLAN}/issue`,
    body: [9_192_109, 9_191_020],
  },
  {
    name: "batchAssignItem",
    run: (client) => client.batchAssignItem({ projectId: PROJECT, itemId: "9191020", assigneeNumericId: "4091" }),
    answer: { result: { success_issues: ["9191020"] }, status: "success" },
    sent: "POST /v2/workitem/issues",
    body: { assigned_to_id: "4091", issue_ids: "9191020", project_id: PROJECT },
  },
  {
    name: "batchUpdateIpdItems",
    run: (client) =>
      client.batchUpdateIpdItems({
        projectId: PROJECT,
        itemIds: [IPD_ITEM],
        attribute: { category: "IR", priority: "Low", submitted_by: [{ id: USER }] },
      }),
    answer: { status: "success", result: [{ success: [{ id: IPD_ITEM }], failed: [] }] },
    sent: `PUT ${ipd}/issues/batch`,
    body: { id: [IPD_ITEM], attribute: { category: "IR", priority: "Low", submitted_by: [{ id: USER }] } },
  },
  {
    name: "showCurrentUser",
    run: (client) => client.showCurrentUser(),
    answer: { user_id: USER },
    sent: "GET /v4/user",
  },
  {
    name: "listProjects",
    run: (client) => client.listProjects({ offset: 0, limit: 1000 }),
    answer: { projects: [], total: 0 },
    sent: "GET /v4/projects",
    query: { offset: "0", limit: "1000" },
  },
  {
    name: "showProject",
    run: (client) => client.showProject({ projectId: PROJECT }),
    answer: { project: { project_id: PROJECT, name: "Apollo" } },
    sent: `GET /v4/projects/${PROJECT}`,
  },
  {
    name: "listItemRecords",
    run: (client) =>
      client.listItemRecords({ projectId: PROJECT, offset: 100, limit: 100, operatedBetween: { fromMs: 5, toMs: 9 } }),
    answer: { records: [], total: 0 },
    sent: `GET /v4/projects/${PROJECT}/issues/records`,
    query: { offset: "100", limit: "100", operated_time_interval: "5,9" },
  },
  {
    name: "listMembers",
    run: (client) => client.listMembers({ projectId: PROJECT, offset: 100, limit: 100 }),
    answer: { members: [], total: 0 },
    sent: `GET /v4/projects/${PROJECT}/members`,
    query: { offset: "100", limit: "100" },
  },
  {
    name: "listStatuses",
    run: (client) => client.listStatuses({ projectId: PROJECT, offset: 0, limit: 100, trackerId: "7" }),
    answer: { issue_statuses: [], total: 0 },
    sent: `GET /v4/projects/${PROJECT}/statuses`,
    query: { offset: "0", limit: "100", tracker_id: "7" },
  },
  {
    name: "showUserRole",
    run: (client) => client.showUserRole({ projectId: PROJECT }),
    answer: { user_role: 8 },
    sent: `GET /v4/projects/${PROJECT}/user-role`,
  },
  {
    name: "showPublicConfigs",
    run: (client) => client.showPublicConfigs({ projectId: PROJECT }),
    answer: { closed_workitem_readonly_mode: true },
    sent: `GET /v4/project/${PROJECT}/public-configs`,
  },
  {
    name: "listSprints",
    run: (client) => client.listSprints({ projectId: PROJECT }),
    answer: { iterations: [], total: 0 },
    sent: `GET /v4/projects/${PROJECT}/iterations`,
  },
  {
    name: "listPlanItems",
    run: (client) => client.listPlanItems({ projectId: PROJECT, planId: PLAN, pageNo: 2, pageSize: 100 }),
    answer: { result: { issues: [], issues_count: 0 }, status: "success" },
    sent: `POST /v3/plan/${PROJECT}/${PLAN}/issues`,
    body: { show_type: "list", subject: "", pageNo: 2, pageSize: 100 },
  },
  {
    name: "listPlanItemsV2",
    run: (client) => client.listPlanItemsV2({ projectId: PROJECT, planId: PLAN, pageNo: 1, pageSize: 100 }),
    answer: { result: { issues: [], total: 0 }, status: "success" },
    sent: "GET /v2/workitem/plan",
    query: { project_id: PROJECT, plan_id: PLAN, page_no: "1", page_size: "100" },
  },
  {
    name: "listAddableItems",
    run: (client) =>
      client.listAddableItems({ projectId: PROJECT, planId: PLAN, pageNo: 1, pageSize: 50, search: "x" }),
    answer: { result: { issues: [], total_count: 0 }, status: "success" },
    sent: `POST /v3/plan/${PROJECT}/${PLAN}/addable-issues`,
    body: { subject: "x", page_no: "1", page_size: "50" },
  },
  {
    name: "createPlan",
    run: (client) => client.createPlan({ projectId: PROJECT, name: " Q4 ", type: "gantt" }),
    answer: { result: plan, status: "success" },
    sent: `POST /v3/plan/${PROJECT}/management`,
    body: { name: "Q4", type: "gantt" },
  },
  {
    name: "renamePlan",
    run: (client) => client.renamePlan({ projectId: PROJECT, planId: PLAN, name: "Q4" }),
    answer: { result: plan, status: "success" },
    sent: `PUT /v3/plan/${PROJECT}/management/${PLAN}`,
    body: { name: "Q4" },
  },
  {
    name: "deletePlan",
    run: (client) => client.deletePlan({ projectId: PROJECT, planId: PLAN }),
    answer: { status: "success" },
    sent: `DELETE /v3/plan/${PROJECT}/management`,
    body: [PLAN],
  },
  {
    name: "queryItems",
    run: (client) =>
      client.queryItems({
        projectId: PROJECT,
        offset: 0,
        limit: 100,
        filter: { itemIds: ["9191020"], updatedBetween: { fromMs: 1, toMs: 2 } },
      }),
    answer: { issues: [], total: 0 },
    sent: `POST /v4/projects/${PROJECT}/issues`,
    body: { offset: 0, limit: 100, issue_ids: [9_191_020], updated_time_interval: "1,2" },
  },
  {
    name: "showItem",
    run: (client) => client.showItem({ projectId: PROJECT, itemId: "9191020" }),
    answer: { id: 9_191_020, name: "Login" },
    sent: `GET /v4/projects/${PROJECT}/issues/9191020`,
  },
  {
    name: "updateItem",
    run: (client) =>
      client.updateItem({
        projectId: PROJECT,
        itemId: "9191020",
        changes: { begin_time: "2026-11-22", assigned_id: "4091", done_ratio: 40 },
      }),
    answer: { id: 9_191_020, name: "Login" },
    sent: `PUT /v4/projects/${PROJECT}/issues/9191020`,
    body: { begin_time: "2026-11-22", assigned_id: 4091, done_ratio: 40 },
  },
  {
    name: "listIpdProjects",
    run: (client) => client.listIpdProjects({ search: "router" }),
    answer: { status: "success", result: [] },
    sent: "GET /v1/ipdprojectservice/projects/ipd",
    query: { search: "router" },
  },
  {
    name: "listIpdUsers",
    run: (client) => client.listIpdUsers({ projectId: PROJECT }),
    answer: { status: "success", result: [] },
    sent: `GET ${ipd}/users`,
  },
  {
    name: "listIpdStatuses",
    run: (client) => client.listIpdStatuses({ projectId: PROJECT, category: "IR" }),
    answer: { total: 0, result: [] },
    sent: `GET ${ipd}/category/10020/statuses`,
  },
  {
    name: "listIpdFields",
    run: (client) => client.listIpdFields({ projectId: PROJECT, category: "Bug" }),
    answer: { status: "success", result: [] },
    sent: `GET ${ipd}/categories/10033/fields`,
  },
  {
    name: "listIpdTags",
    run: (client) => client.listIpdTags({ projectId: PROJECT }),
    answer: { status: "success", result: { data: [], total: 0 } },
    sent: `GET ${ipd}/tags`,
  },
  {
    name: "listIpdPlans",
    run: (client) => client.listIpdPlans({ projectId: PROJECT }),
    answer: { status: "success", result: [] },
    sent: `GET /v1/planservice/projects/${PROJECT}/plans/query`,
  },
  {
    name: "queryIpdItems",
    run: (client) =>
      client.queryIpdItems({
        projectId: PROJECT,
        categories: ["IR", "SR"],
        pageNo: 1,
        pageSize: 100,
        returnFields: ["plan_start_date"],
      }),
    answer: { status: "success", result: { issues: [], total: 0 } },
    sent: `POST ${ipd}/issues/query`,
    query: { issue_type: "IR,SR" },
    body: { page: { page_no: 1, page_size: 100 }, return_fields: ["plan_start_date"] },
  },
  {
    name: "showIpdItem",
    run: (client) => client.showIpdItem({ projectId: PROJECT, itemId: IPD_ITEM, category: "IR" }),
    answer: { status: "success", result: [{ id: IPD_ITEM, title: "t", category: "IR" }] },
    sent: `GET ${ipd}/issues/${IPD_ITEM}`,
    query: { issue_type: "IR" },
  },
];

test.each(expectations)("$name sends $sent with token, type and exact body, once", async (expected) => {
  const { fetch, seen } = inProcess(() => json(expected.answer));
  await expected.run(clientOver(fetch));
  expect(seen).toHaveLength(1);
  const [request] = seen;
  expect(`${request?.method} ${request?.path}`).toBe(expected.sent);
  expect(Object.fromEntries(request?.query ?? [])).toEqual(expected.query ?? {});
  expect(request?.body === "" ? undefined : JSON.parse(request?.body ?? "")).toEqual(expected.body);
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    accept: "application/json",
    "content-type": "application/json;charset=utf8",
    "x-auth-token": TOKEN,
  });
});

test("every operation but the token has such an expectation", () => {
  const named = expectations.map((expected) => expected.name).toSorted();
  expect(named).toEqual(
    Object.keys(operations)
      .filter((name) => name !== "createToken")
      .toSorted(),
  );
});

test("no operation removes items from a plan: upstream may delete the items themselves", () => {
  const removals = Object.values(operations).filter(({ method, path }) => method === "DELETE" && /issue/.test(path));
  expect(removals).toEqual([]);
});

test("0.2 no path has a double slash, also where the endpoint ends in one", async () => {
  for (const endpoint of ["http://codearts.test/", "http://codearts.test/prefix//"]) {
    const { fetch, seen } = inProcess(() => json({ status: "success" }));
    await clientOver(fetch, { endpoint }).linkItems({ projectId: PROJECT, planId: PLAN, itemIds: ["1"] });
    expect(seen[0]?.path).not.toContain("//");
    expect(seen[0]?.path.endsWith(`/v3/plan/${PROJECT}/${PLAN}/issue`)).toBe(true);
  }
});
