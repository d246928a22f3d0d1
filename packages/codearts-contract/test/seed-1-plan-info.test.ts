import * as v from "valibot";
import { expect, test } from "vitest";
import { readEnvelope, scrumPlanSchema } from "../src/index.ts";

const example = {
  id: "f8f870c2b84548548cb75aa61382b894",
  name: "00000",
  type: "gantt",
  project_id: "c15cc54e338d4506afd9bd8103071ff0",
  creator: { user_id: "u1", domain_id: "d1", nick_name: "Sam", first_name: "sam_01" },
  updater: { user_id: "u2", domain_id: "d1", nick_name: "Li", first_name: "li_02" },
  created_on: "1752828658000",
  updated_on: "1752828658000",
};

test("the page's example reads as a plan with instants in epoch ms", () => {
  const { status, result } = readEnvelope({ result: example, status: "success" });
  expect(status).toBe("success");
  expect(v.parse(scrumPlanSchema, result)).toEqual({
    ...example,
    created_on: 1_752_828_658_000,
    updated_on: 1_752_828_658_000,
  });
});

test.each([
  ["1752828658000", 1_752_828_658_000],
  [1_752_828_658_000, 1_752_828_658_000],
  ["", null],
  ["soon", null],
  [Number.NaN, null],
  [undefined, null],
])("1.2 created_on %j may be digits or a number, and is null where it is no instant", (created_on, read) => {
  expect(v.parse(scrumPlanSchema, { ...example, created_on }).created_on).toBe(read);
});

test("1.4 img_url may be absent, and is dropped where it is present (3.9)", () => {
  const plan = v.parse(scrumPlanSchema, { ...example, img_url: "/v1/upload/x.png" });
  expect(plan).not.toHaveProperty("img_url");
});

test("1.6 domain_id of a person is kept as the tenant's id", () => {
  expect(v.parse(scrumPlanSchema, example).creator?.domain_id).toBe("d1");
});

test.each([{ status: "error" }, { status: "error", result: null }, { status: "ERROR", result: {} }])(
  "1.7 a failure is one whatever its result holds: %j",
  (body) => {
    expect(readEnvelope(body).status).toBe("failure");
  },
);

test.each([null, {}, undefined])("a creator of %j is nobody", (creator) => {
  expect(v.parse(scrumPlanSchema, { ...example, creator }).creator).toBeNull();
});

test("a plan without an id or of an unknown type is refused", () => {
  expect(v.safeParse(scrumPlanSchema, { ...example, id: null }).success).toBe(false);
  expect(v.safeParse(scrumPlanSchema, { ...example, type: "kanban" }).success).toBe(false);
});
