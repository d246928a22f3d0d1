import * as v from "valibot";
import { expect, test } from "vitest";
import { IPD_WRITABLE_FIELDS } from "./ipd-fields.ts";
import { ipdItemDetailSchema, ipdItemPageSchema, ipdItemSchema } from "./ipd-items.ts";
import { ipdPlanListSchema } from "./ipd-plans.ts";
import { optionWriteValue, readIpdFieldValue, readIpdOption, readIpdPlanRef } from "./ipd-values.ts";

const ID = "957294446158852096";
const item = {
  id: ID,
  number: "IR20240129000001",
  title: "登录",
  category: "IR",
  type: "requirement",
  status: { id: "1", code: "IR_new", name: "新建", belonging: "START" },
  priority: { id: "2", value: "Low", display_value: "低" },
  assignee: { user_id: "a360371833bf4c558f796fd707b44daf", user_num_id: 4091, nick_name: "Sam" },
  plan_pi: { id: "957294446158852001", title: "PI 1" },
  plan_end_date: "1706563571000",
  workload_man_day: "3.5",
  workitem2label: [{ id: "956308025419804673", title: "net", color: "#fff000" }],
  is_suspended: { value: "true", display_value: "是" },
  link: "957294446158852097,957294446158852098",
  test_failures_times: "2",
  c7073388365101674496: { display_value: "A" },
};
const read = (value: unknown) => v.parse(ipdItemSchema, value);
const field = (code: string) => {
  const found = IPD_WRITABLE_FIELDS.find((spec) => spec.code === code);
  if (found === undefined) throw new Error(`No field ${code}`);
  return found;
};
const valueOf = (values: Record<string, unknown>, code: string) => readIpdFieldValue(values, field(code));

test("4.3 ids stay text of all their digits", () => {
  expect(read(item).id).toBe(ID);
  expect(read(item).link).toEqual(["957294446158852097", "957294446158852098"]);
});

test("4.18 what is written under one name and form is read under another", () => {
  const { values } = read(item);
  expect(valueOf(values, "suspended")).toBe(true);
  expect(valueOf(values, "workload")).toBe(3.5);
  expect(valueOf(values, "labels")).toEqual(["956308025419804673"]);
  expect(valueOf(values, "test_failures_times")).toBe(2);
  expect(valueOf(values, "assignee")).toBe("a360371833bf4c558f796fd707b44daf");
  expect(valueOf(values, "plan_end_date")).toBe(1_706_563_571_000);
  expect(valueOf(values, "status")).toBe("IR_new");
  expect(valueOf(values, "priority")).toBe("Low");
});

test("every writable field of an item that holds nothing reads as nothing", () => {
  for (const spec of IPD_WRITABLE_FIELDS) {
    const value = readIpdFieldValue({ id: ID }, spec);
    expect([null, false, []], spec.code).toContainEqual(value);
  }
});

test.each([null, undefined, "", "null", "unbaseline", "unchange", "--", {}])(
  "4.13 and 4.21: %j is nothing set",
  (value) => {
    expect(readIpdOption(value)).toBeNull();
  },
);

test("4.14 an option's write value is what the service holds, not what it displays", () => {
  expect(optionWriteValue({ id: "2", value: "Low", code: "low", display_value: "低" })).toBe("Low");
  expect(optionWriteValue({ id: "2", value: null, code: null, display_value: "低" })).toBe("2");
});

test.each(["raw requirement", "raw_requirement"])("4.22 the type %s is one type", (type) => {
  expect(read({ ...item, type }).type).toBe("raw_requirement");
});

test("a plan of -2 means that none is set", () => {
  expect(readIpdPlanRef("-2")).toBeNull();
  expect(readIpdPlanRef({ id: "-2", title: "Not set" })).toBeNull();
});

test("custom fields are kept as they came, poisoned keys are not", () => {
  const poisoned: unknown = JSON.parse(`{"id":"${ID}","title":"t","category":"IR","c1":5,"__proto__":{"polluted":1}}`);
  const { values } = read(poisoned);
  expect(values["c1"]).toBe(5);
  expect(Object.keys(values)).not.toContain("__proto__");
  expect("polluted" in values).toBe(false);
});

test("a tree may be nested or flat, by children or child_issues; every item comes once, under its parent", () => {
  const child = { ...item, id: "957294446158852099", parent_id: undefined };
  const flat = { issues: [item, { ...child, parent_id: ID }], total: 2 };
  const nested = { issues: [{ ...item, children: [child] }], total: 2 };
  const mapped = {
    issues: [
      { ...item, child_issues: { [child.id]: child } },
      { ...child, parent_id: ID },
    ],
    total: "2",
  };
  for (const page of [flat, nested, mapped]) {
    const { issues, total } = v.parse(ipdItemPageSchema, page);
    expect(issues.map(({ id, parent_id }) => [id, parent_id])).toEqual([
      [ID, null],
      [child.id, ID],
    ]);
    expect(total).toBe(2);
  }
});

test("the detail may be an array of one, or the item", () => {
  expect(v.parse(ipdItemDetailSchema, [item]).id).toBe(ID);
  expect(v.parse(ipdItemDetailSchema, item).id).toBe(ID);
  expect(v.safeParse(ipdItemDetailSchema, []).success).toBe(false);
});

test("PIs and iterations come flat, each iteration naming its PI", () => {
  const plans = v.parse(ipdPlanListSchema, [
    {
      id: "1",
      title: "PI 1",
      category: "PI",
      plan_start_date: 1_706_563_571_000,
      children: [{ id: "2", title: "It 1" }],
    },
  ]);
  expect(plans.map(({ id, parent_id }) => [id, parent_id])).toEqual([
    ["1", null],
    ["2", "1"],
  ]);
});
