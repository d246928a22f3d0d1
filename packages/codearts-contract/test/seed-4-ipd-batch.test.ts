import * as v from "valibot";
import { expect, test } from "vitest";
import {
  IPD_WRITABLE_FIELDS,
  MAX_IPD_BATCH,
  ipdBatchAnswerSchema,
  ipdBatchBodySchema,
  ipdBatchVerdict,
  readEnvelope,
} from "../src/index.ts";

const FIRST = "957294446158852096";
const SECOND = "957315051394478080";
const exampleBody = {
  id: [FIRST, SECOND],
  attribute: {
    category: "IR",
    priority: "Low",
    submitted_by: [{ id: "a360371833bf4c558f796fd707b44daf" }],
    labels: [{ id: "956308025419804673" }],
    custom_fields: [{ code: "c7073388365101674496", value: "881467547473321986,881467547473321987" }],
  },
};
const exampleAnswer = {
  status: "success",
  result: [
    {
      success: [
        { id: FIRST, operator: "a360371833bf4c558f796fd707b44daf", operate_time: "2024-01-29T21:26:11Z" },
        { id: SECOND, operator: "a360371833bf4c558f796fd707b44daf", operate_time: "2024-01-29T21:26:11Z" },
      ],
      failed: [],
    },
  ],
};
const isAccepted = (attribute: unknown, id: unknown = [FIRST]) =>
  v.safeParse(ipdBatchBodySchema, { id, attribute }).success;
const withField = (field: string, value: unknown) => isAccepted({ category: "Bug", [field]: value });
const read = (result: unknown) => v.parse(ipdBatchAnswerSchema, result);
const codes = IPD_WRITABLE_FIELDS.map((field) => field.code);

test("the page's example is accepted as it is, but for its repeated tag", () => {
  expect(v.parse(ipdBatchBodySchema, exampleBody)).toEqual(exampleBody);
});

test("4.2 a call takes 1–50 different ids", () => {
  const ids = Array.from({ length: MAX_IPD_BATCH + 1 }, (_, index) =>
    String(957_294_446_158_852n * 1000n + BigInt(index)),
  );
  expect(isAccepted(exampleBody.attribute, ids.slice(0, MAX_IPD_BATCH))).toBe(true);
  expect(isAccepted(exampleBody.attribute, ids)).toBe(false);
  expect(isAccepted(exampleBody.attribute, [])).toBe(false);
  expect(isAccepted(exampleBody.attribute, [FIRST, FIRST])).toBe(false);
});

test("4.3 ids are text of 18–19 digits; numbers and Scrum ids are refused", () => {
  expect(isAccepted(exampleBody.attribute, [Number(FIRST)])).toBe(false);
  expect(isAccepted(exampleBody.attribute, ["9191020"])).toBe(false);
  expect(isAccepted(exampleBody.attribute, ["9572944461588520961"])).toBe(true);
});

test.each([
  "id",
  "number",
  "type",
  "created_by",
  "created_time",
  "modified_by",
  "modified_time",
  "status_modified_time",
  "close_time",
  "children",
  "project_id",
])("4.4 read-only field %s is not writable", (field) => {
  expect(codes).not.toContain(field);
  expect(withField(field, "x")).toBe(false);
});

test("4.5 the category goes with every call, and alone is no change", () => {
  expect(isAccepted({ priority: "Low" })).toBe(false);
  expect(isAccepted({ category: "IR" })).toBe(false);
  expect(isAccepted({ category: "IR", priority: undefined })).toBe(false);
  expect(isAccepted({ category: "ir", priority: "Low" })).toBe(false);
});

test("4.6 type is never sent", () => {
  expect(withField("type", "requirement")).toBe(false);
});

test("4.7 instants are written as ms digits, and read from ISO or digits", () => {
  expect(withField("plan_end_date", "1706563571000")).toBe(true);
  expect(withField("plan_end_date", "2024-01-29")).toBe(false);
  expect(read(exampleAnswer.result).success[0]?.operate_time).toBe(Date.parse("2024-01-29T21:26:11Z"));
  expect(read([{ success: [{ id: FIRST, operate_time: "1706563571000" }] }]).success[0]?.operate_time).toBe(
    1_706_563_571_000,
  );
});

test("4.8 a person is written as {id: 32-hex user id} and nothing else", () => {
  expect(withField("assignee", { id: "a360371833bf4c558f796fd707b44daf" })).toBe(true);
  expect(withField("assignee", { id: "4091" })).toBe(false);
  expect(withField("assignee", { id: "a360371833bf4c558f796fd707b44daf", name: "Sam" })).toBe(false);
});

test("4.9 a tag named twice is refused", () => {
  expect(withField("labels", [{ id: "956308025419804673" }, { id: "956308025419804673" }])).toBe(false);
});

test("4.10 state and reason may be missing", () => {
  expect(read([{ success: [], failed: [{ id: FIRST }] }]).failed).toEqual([
    { id: FIRST, operator: null, state: null, operate_time: null, fail_message: null },
  ]);
});

test("4.11 every element of result counts, and a lone object is one element", () => {
  const answer = read([{ success: [{ id: FIRST }] }, { success: [{ id: SECOND }], failed: null }]);
  expect(answer.success.map((entry) => entry.id)).toEqual([FIRST, SECOND]);
  expect(read({ success: [{ id: FIRST }] }).success).toHaveLength(1);
});

test("4.12 an item is applied only if the success list has it and the failure list has not", () => {
  expect(ipdBatchVerdict(read(exampleAnswer.result), FIRST)).toBe("applied");
  expect(ipdBatchVerdict(read([{ success: [{ id: FIRST }], failed: [{ id: FIRST }] }]), FIRST)).toBe("failed");
  expect(ipdBatchVerdict(read([{ success: [{ id: FIRST }] }]), SECOND)).toBe("unknown");
});

test.each([
  [{ status: "failed", message: "no" }, "failure"],
  [{ status: "error", message: "no" }, "failure"],
  [{ status: "Success", result: [] }, "success"],
  [{ error_code: "PM.02175000", error_msg: "System busy. Try again later." }, "failure"],
  [{ status: "done", result: [] }, "unclear"],
  [{ result: [] }, "silent"],
])("4.12 the envelope %j says %s", (body, status) => {
  expect(readEnvelope(body).status).toBe(status);
});

test("4.13 baseline and change_status are never written", () => {
  for (const field of ["baseline", "change_status", "break_status"]) {
    expect(codes).not.toContain(field);
    expect(withField(field, "null")).toBe(false);
  }
});

test.each(["0", "3", "12.5", "999999999.9"])("4.15 workload %s is text with at most one decimal", (workload) => {
  expect(withField("workload", workload)).toBe(true);
});
test.each(["-1", "1.25", "1000000000", "1e3", 3, ""])("4.15 workload %j is refused", (workload) => {
  expect(withField("workload", workload)).toBe(false);
});

test("4.16 title and description cannot be emptied, and have limits", () => {
  expect(withField("title", "")).toBe(false);
  expect(withField("title", "x".repeat(257))).toBe(false);
  expect(withField("title", "x".repeat(256))).toBe(true);
  expect(withField("description", "")).toBe(false);
  expect(withField("description", "x".repeat(50_001))).toBe(false);
});

test("4.17 a tag is written by its id alone", () => {
  expect(withField("labels", [{ id: "956308025419804673", title: "ab" }])).toBe(false);
});

test("4.18 suspended is written as boolean, test_failures_times as number", () => {
  expect(withField("suspended", true)).toBe(true);
  expect(withField("suspended", "true")).toBe(false);
  expect(withField("test_failures_times", 2)).toBe(true);
  expect(withField("test_failures_times", "2")).toBe(false);
});

test("4.19 plan_start_date is writable, and marked as known from the SDK alone", () => {
  expect(IPD_WRITABLE_FIELDS.find((field) => field.code === "plan_start_date")?.source).toBe("sdk");
  expect(withField("plan_start_date", "1706563571000")).toBe(true);
});

test("4.20 a custom field's code has at most 32 characters, its value 10,000", () => {
  const custom = (code: string, value: string) => isAccepted({ category: "IR", custom_fields: [{ code, value }] });
  expect(custom("c".repeat(32), "x".repeat(10_000))).toBe(true);
  expect(custom("c".repeat(33), "x")).toBe(false);
  expect(custom("c1", "x".repeat(10_001))).toBe(false);
});

test("every line of the field table stands once and names known categories", () => {
  expect(new Set(codes).size).toBe(codes.length);
});

test("at most 50 people in copy, and at most 50 linked items", () => {
  const people = Array.from({ length: 51 }, (_, index) => ({ id: String(index).padStart(32, "0") }));
  expect(withField("assigned_cc", people.slice(0, 50))).toBe(true);
  expect(withField("assigned_cc", people)).toBe(false);
  const ids = people.map((_, index) => String(957_294_446_158_852_096n + BigInt(index)));
  expect(withField("link", ids.slice(0, 50).join(","))).toBe(true);
  expect(withField("link", ids.join(","))).toBe(false);
});
