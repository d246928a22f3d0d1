import {
  currentUserSchema,
  issueRecordListSchema,
  ipdFieldListSchema,
  ipdItemDetailSchema,
  ipdItemPageSchema,
  ipdPlanListSchema,
  ipdProjectListSchema,
  ipdStatusListSchema,
  ipdTagListSchema,
  ipdUserListSchema,
  legacyItemPageSchema,
  planListSchema,
  readDay,
  readEnvelope,
  scrumItemDetailSchema,
  scrumItemListSchema,
  scrumMemberListSchema,
  scrumPlanSchema,
  scrumProjectListSchema,
  scrumStatusListSchema,
  sprintListSchema,
} from "@gantry/codearts-contract";
import * as v from "valibot";
import { expect, test } from "vitest";
import { createRig } from "./rig.ts";

const rig = createRig();
const atlas = rig.project("Atlas Payments").id;
const harbor = rig.project("Harbor IoT").id;
const checkout = rig.plan("Checkout 3.0").id;
const item = rig.itemOf("Checkout 3.0", (one) => one.begin !== null).id;
const ipdItem = rig.simulator.store.ipdItemsOf(harbor).find((one) => one.category === "AR")?.id;
const ipd = `/v1/ipdprojectservice/projects/${harbor}`;
const firstPage = { page_no: 1, page_size: 50 };

test.each<[string, string, unknown, v.GenericSchema]>([
  ["GET", "/v4/user", undefined, currentUserSchema],
  ["GET", "/v4/projects?offset=0&limit=100", undefined, scrumProjectListSchema],
  ["GET", `/v4/projects/${atlas}/members?offset=0&limit=100`, undefined, scrumMemberListSchema],
  ["GET", `/v4/projects/${atlas}/statuses?offset=0&limit=100`, undefined, scrumStatusListSchema],
  ["GET", `/v4/projects/${atlas}/iterations`, undefined, sprintListSchema],
  ["POST", `/v4/projects/${atlas}/issues`, { offset: 0, limit: 100 }, scrumItemListSchema],
  ["GET", `/v4/projects/${atlas}/issues/${item}`, undefined, scrumItemDetailSchema],
  ["GET", `/v4/projects/${atlas}/issues/records?limit=100&offset=0`, undefined, issueRecordListSchema],
  ["POST", `/v3/plan/${atlas}/managements`, firstPage, planListSchema],
  ["GET", `/v3/plan/${atlas}/${checkout}/info`, undefined, scrumPlanSchema],
  ["POST", `/v3/plan/${atlas}/${checkout}/issues`, { pageNo: 1, pageSize: 200 }, legacyItemPageSchema],
  [
    "POST",
    `/v3/plan/${atlas}/${checkout}/issues`,
    { show_type: "tree", pageNo: 1, pageSize: 200 },
    legacyItemPageSchema,
  ],
  ["GET", `/v2/workitem/plan?project_id=${atlas}&plan_id=${checkout}&page_size=200`, undefined, legacyItemPageSchema],
  ["POST", `/v3/plan/${atlas}/${checkout}/addable-issues`, { page_no: "1", page_size: "100" }, legacyItemPageSchema],
  ["GET", "/v1/ipdprojectservice/projects/ipd", undefined, ipdProjectListSchema],
  ["GET", `${ipd}/users`, undefined, ipdUserListSchema],
  ["GET", `${ipd}/category/10020/statuses`, undefined, ipdStatusListSchema],
  ["GET", `${ipd}/tags`, undefined, ipdTagListSchema],
  ["GET", `${ipd}/categories/10020/fields`, undefined, ipdFieldListSchema],
  ["GET", `/v1/planservice/projects/${harbor}/plans/query`, undefined, ipdPlanListSchema],
  ["POST", `${ipd}/issues/query?issue_type=IR,SR,AR,Task`, { page: firstPage }, ipdItemPageSchema],
  ["GET", `${ipd}/issues/${ipdItem}?issue_type=AR`, undefined, ipdItemDetailSchema],
])("the contract reads the answer of %s %s", async (method, path, body, schema) => {
  const call = await rig.as("zhao.min");
  const reply = await call(method, path, body);
  expect(reply.status).toBe(200);
  const parsed = v.safeParse(schema, readEnvelope(reply.json).result);
  expect(parsed.issues).toBeUndefined();
});

test("the contract reads the same days from v4 and v2 items as the world has", async () => {
  const call = await rig.as("zhao.min");
  const v4 = await call("GET", `/v4/projects/${atlas}/issues/${item}`);
  const v2 = await call("POST", `/v3/plan/${atlas}/${checkout}/issues`, { pageNo: 1, pageSize: 200 });
  const detail = v.parse(scrumItemDetailSchema, v4.json);
  const page = v.parse(legacyItemPageSchema, readEnvelope(v2.json).result);
  const legacy = page.issues.find((one) => one.id === String(item));
  const { begin, end } = rig.itemOf("Checkout 3.0", (one) => one.id === item);
  expect(readDay(detail.begin_time).day).toBe(begin);
  expect([readDay(legacy?.start_date).day, readDay(legacy?.due_date).day]).toEqual([begin, end]);
});
