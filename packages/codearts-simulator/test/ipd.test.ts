import { describe, expect, test } from "vitest";
import type { IpdItem } from "../src/index.ts";
import { createRig, dig, digList } from "./rig.ts";

async function signedIn() {
  const rig = createRig();
  const call = await rig.as("zhao.min");
  const harbor = rig.project("Harbor IoT");
  if (harbor.kind !== "ipd") throw new Error("Harbor IoT is an IPD project");
  const items = rig.simulator.store.ipdItemsOf(harbor.id);
  const of = (category: string): IpdItem[] => items.filter((item) => item.category === category);
  return { ...rig, call, harbor, of, path: `/v1/ipdprojectservice/projects/${harbor.id}` };
}

describe("the IPD query", () => {
  test("answers requirements and tasks together, with ids as strings and choices as objects", async () => {
    const { call, path, of } = await signedIn();
    const reply = await call("POST", `${path}/issues/query?issue_type=IR,SR`, { page: { page_no: 1, page_size: 200 } });
    expect(reply.json).toMatchObject({ status: "success", result: { total: of("IR").length + of("SR").length } });
    expect(dig(reply.json, "result", "issues", 0)).toMatchObject({
      id: expect.stringMatching(/^\d{18,19}$/),
      status: { code: expect.any(String), belonging: expect.any(String) },
      priority: { display_value: expect.any(String) },
      plan_end_date: expect.stringMatching(/^\d{13}$/),
    });
  });

  test("answers only the first of types without parents and children, and nothing for a type that is none", async () => {
    const { call, path, of } = await signedIn();
    const bugs = await call("POST", `${path}/issues/query?issue_type=Bug,IR`, {});
    expect(dig(bugs.json, "result", "total")).toBe(of("Bug").length);
    const none = await call("POST", `${path}/issues/query?issue_type=bug`, {});
    expect(none.json).toMatchObject({ status: "success", result: { issues: [], total: 0 } });
    expect((await call("POST", `${path}/issues/query`, {})).status).toBe(400);
  });

  test("gives the planned start only when asked for by name", async () => {
    const { call, path } = await signedIn();
    const plain = await call("POST", `${path}/issues/query?issue_type=AR`, {});
    const asked = await call("POST", `${path}/issues/query?issue_type=AR`, { return_fields: ["plan_start_date"] });
    expect(
      digList(plain.json, "result", "issues").filter((item) => dig(item, "plan_start_date") !== undefined),
    ).toEqual([]);
    expect(dig(asked.json, "result", "issues", 0, "plan_start_date")).toMatch(/^\d{13}$/);
  });

  test("finds the items of a plan by workitem2ganttchart", async () => {
    const { call, path, plan, simulator } = await signedIn();
    const { id, itemIds } = plan("Meter gateway 2");
    const filter = [{ workitem2ganttchart: { operator: "||", values: [id] } }];
    const types = ["IR,SR,AR,Task", "RR", "Bug"];
    const replies = await Promise.all(
      types.map((type) =>
        call("POST", `${path}/issues/query?issue_type=${type}`, { filter, page: { page_no: 1, page_size: 200 } }),
      ),
    );
    const issues = replies.flatMap((reply) => digList(reply.json, "result", "issues"));
    expect(new Set(issues.map((issue) => dig(issue, "id")))).toEqual(itemIds);
    expect(issues.every((issue) => dig(issue, "workitem2ganttchart") === id)).toBe(true);
    expect(simulator.ledger.calls("queryIpdIssues")).toBe(3);
  });

  test("the tree has children inside and the status as its code", async () => {
    const { call, path, of } = await signedIn();
    const reply = await call("POST", `${path}/issues/tree?category=IR,SR,AR`, { offset: 0, limit: 200 });
    const roots = digList(reply.json, "result", "issues");
    expect(roots).toHaveLength(of("IR").length);
    expect(dig(roots[0], "children", 0, "children", 0)).toMatchObject({ category: "AR", status: expect.any(String) });
  });

  test("the detail is a list of one", async () => {
    const { call, path, of } = await signedIn();
    const [item] = of("AR");
    const reply = await call("GET", `${path}/issues/${item?.id}?issue_type=AR`);
    expect(reply.json).toMatchObject({
      status: "success",
      result: [{ id: item?.id, plan_start_date: expect.any(String) }],
    });
  });
});

describe("the IPD batch", () => {
  test("writes two neighbouring ids and no third, and answers in the form of the example", async () => {
    const { call, path, of, harbor, simulator } = await signedIn();
    const all = of("AR").toSorted((left, right) => (BigInt(left.id) < BigInt(right.id) ? -1 : 1));
    const at = all.findIndex((item, index) => BigInt(all[index + 2]?.id ?? 0) - BigInt(item.id) === 2n);
    const [first, second, third] = all.slice(at, at + 3).map((item) => item.id);
    const label = harbor.labels[0]?.id ?? "";
    const reply = await call("PUT", `${path}/issues/batch`, {
      id: [first, third],
      attribute: {
        category: "AR",
        priority: "High",
        plan_end_date: "1798646400000",
        assignee: { id: harbor.creator.userId },
        labels: [{ id: label }, { id: label }],
        custom_fields: [{ code: "c7073388365101674496", value: "881467547473321986,881467547473321987" }],
      },
    });
    const entry = (id: unknown) => ({
      id,
      operator: simulator.credentials[0]?.userId,
      operate_time: "2026-11-22T02:00:00Z",
    });
    expect(reply.json).toEqual({ status: "success", result: [{ success: [entry(first), entry(third)], failed: [] }] });
    expect(simulator.store.ipdItem(first ?? "")).toMatchObject({
      priority: "High",
      planEnd: 1_798_646_400_000,
      assigneeId: harbor.creator.userId,
      labelIds: [label],
    });
    expect(simulator.store.ipdItem(second ?? "")).toEqual(all[at + 1]);
    expect(simulator.ledger.timesApplied(first ?? "", { field: "priority" })).toBe(1);
    expect(simulator.ledger.timesApplied(second ?? "")).toBe(0);
    const shown = await call("GET", `${path}/issues/${first}?issue_type=AR`);
    expect(dig(shown.json, "result", 0)).toMatchObject({
      priority: { value: "High" },
      workitem2label: [{ id: label }],
      c7073388365101674496: { display_value: "North,South" },
    });
  });

  test("fails the items of another category one by one and writes the others", async () => {
    const { call, path, of, simulator } = await signedIn();
    const [requirement] = of("IR");
    const [bug] = of("Bug");
    const reply = await call("PUT", `${path}/issues/batch`, {
      id: [requirement?.id, bug?.id],
      attribute: { category: "IR", priority: "Low" },
    });
    expect(reply.json).toMatchObject({
      status: "success",
      result: [{ success: [{ id: requirement?.id }], failed: [{ id: bug?.id }] }],
    });
    expect(simulator.ledger.all()).toMatchObject([{ itemIds: [requirement?.id] }]);
  });

  test("swallows a value of a wrong form: success, and nothing changed", async () => {
    const { call, path, of, simulator } = await signedIn();
    const [item] = of("AR");
    const reply = await call("PUT", `${path}/issues/batch`, {
      id: [item?.id],
      attribute: { category: "AR", plan_end_date: "2026-12-31", priority: "Urgent" },
    });
    expect(reply.json).toMatchObject({ status: "success", result: [{ success: [{ id: item?.id }] }] });
    expect(simulator.store.ipdItem(item?.id ?? "")).toMatchObject({ planEnd: item?.planEnd, priority: item?.priority });
  });

  test("changes no item of a call that is refused for one of them", async () => {
    const { call, path, of, simulator } = await signedIn();
    const dated = of("AR")
      .filter((item) => item.planEnd !== null)
      .toSorted((left, right) => (right.planEnd ?? 0) - (left.planEnd ?? 0));
    const [late, early] = [dated[0], dated.at(-1)];
    const attribute = { category: "AR", plan_start_date: String(late?.planEnd) };
    expect(await call("PUT", `${path}/issues/batch`, { id: [late?.id, early?.id], attribute })).toMatchObject({
      status: 400,
    });
    expect(simulator.store.ipdItem(late?.id ?? "")).toEqual(late);
    expect(simulator.ledger.all()).toEqual([]);
  });

  test("refuses the whole call where the documents give a limit", async () => {
    const { call, path, of, simulator } = await signedIn();
    const [item] = of("AR");
    const ids = [item?.id];
    const attribute = { category: "AR" };
    const bodies = [
      { id: Array.from({ length: 51 }, () => item?.id), attribute },
      { id: [], attribute },
      { id: ["58001"], attribute },
      { id: [Number(item?.id)], attribute },
      { id: ids, attribute: { priority: "Low" } },
      { id: ids, attribute: { ...attribute, title: "" } },
      { id: ids, attribute: { ...attribute, title: "x".repeat(257) } },
      { id: ids, attribute: { ...attribute, description: "" } },
      { id: ids, attribute: { ...attribute, workload: "1.25" } },
      { id: ids, attribute: { ...attribute, plan_pi: "12" } },
      { id: ids, attribute: { ...attribute, no_break_reason: "x".repeat(513) } },
      { id: ids, attribute: { ...attribute, plan_start_date: "1798646400000", plan_end_date: "1798560000000" } },
    ];
    for (const body of bodies)
      expect(await call("PUT", `${path}/issues/batch`, body)).toMatchObject({
        status: 400,
        json: { error_code: "PM.02175006" },
      });
    const stranger = { ...attribute, assignee: { id: "f".repeat(32) } };
    expect(await call("PUT", `${path}/issues/batch`, { id: ids, attribute: stranger })).toMatchObject({
      json: { error_code: "PM.02177003" },
    });
    expect(simulator.ledger.all()).toEqual([]);
    expect(simulator.store.ipdItem(item?.id ?? "")).toEqual(item);
  });
});

describe("IPD lookups", () => {
  test("projects, users, statuses, tags, fields and plans have their documented forms", async () => {
    const { call, path, harbor } = await signedIn();
    const projects = await call("GET", "/v1/ipdprojectservice/projects/ipd");
    expect(projects.json).toMatchObject({
      status: "success",
      result: [{ id: harbor.id, name: "Harbor IoT", model_id: "10001" }],
    });
    const users = await call("GET", `${path}/users`);
    expect(digList(users.json, "result")).toHaveLength(harbor.members.length);
    const statuses = await call("GET", `${path}/category/10020/statuses`);
    expect(dig(statuses.json, "result", 0)).toEqual({ code: "start", name: "Initial", belonging: "START" });
    const names = await call("GET", `${path}/status?categories=IR,Bug`);
    expect(dig(names.json, "result", "status", 0)).toEqual({ name: "Initial", belonging: "START" });
    const tags = await call("GET", `${path}/tags`);
    expect(dig(tags.json, "result", "data", 0)).toMatchObject({
      id: harbor.labels[0]?.id,
      color: expect.stringMatching(/^#/),
    });
    const fields = await call("GET", `${path}/categories/10033/fields`);
    const priority = digList(fields.json, "result").find((field) => dig(field, "code") === "priority");
    expect(digList(priority, "all_options").map((option) => dig(option, "value"))).toEqual(["Low", "Middle", "High"]);
    const plans = await call("GET", `/v1/planservice/projects/${harbor.id}/plans/query`);
    expect(dig(plans.json, "result", 0)).toMatchObject({
      category: "PI",
      plan_start_date: expect.any(Number),
      children: [{ category: "Iteration" }, {}, {}],
    });
  });

  test("plans of an IPD project are listed by the common plan call", async () => {
    const { call, harbor } = await signedIn();
    const reply = await call("POST", `/v3/plan/${harbor.id}/managements`, { page_no: 1, page_size: 200 });
    expect(reply.json).toMatchObject({ result: { total: "7", gantts: "5", minds: "2" } });
  });
});
