import * as v from "valibot";
import { expect, test } from "vitest";
import { tokenAnswerSchema } from "./iam.ts";
import { legacyItemIdPageSchema, legacyItemPageSchema } from "./legacy-items.ts";
import { currentUserSchema, scrumMemberListSchema } from "./members.ts";
import { linkItemIdsSchema } from "./plans.ts";
import { scrumProjectDetailSchema } from "./projects.ts";
import { scrumItemChangesSchema, scrumItemSchema } from "./scrum-items.ts";
import { sprintListSchema } from "./sprints.ts";

const row = { id: 9_191_020, subject: "Login", tracker: { id: 7, name: "Story" } };
const ids = (body: unknown) => v.parse(legacyItemPageSchema, body).issues.map((issue) => issue.id);

test("0.1 a sprint's id is a number, which no plan id is", () => {
  const { iterations } = v.parse(sprintListSchema, {
    iterations: [{ id: 12_345, name: "Sprint 1", status: 1 }],
    total: 1,
  });
  expect(iterations[0]).toMatchObject({ id: "12345", status: "1" });
});

test("0.3 linking takes a list of 1–100 ids, each once", () => {
  const many = Array.from({ length: 101 }, (_, index) => String(index + 1));
  const isAccepted = (value: unknown) => v.safeParse(linkItemIdsSchema, value).success;
  expect(isAccepted(many.slice(0, 100))).toBe(true);
  for (const bad of [many, [], ["1", "1"], "1", ["957294446158852096"], [1]]) expect(isAccepted(bad)).toBe(false);
});

test.each([
  [{ issues: [row], issues_count: 41 }, 41],
  [{ issues: [row], total_count: "41" }, 41],
  [{ issues: [row], total: 41 }, 41],
  [{ issues: [row] }, null],
])("items of a plan carry their total under any of three names: %j", (body, total) => {
  expect(v.parse(legacyItemPageSchema, body).total).toBe(total);
});

test("the ids alone come from the same pages, and nothing else in a row makes them fail", () => {
  const odd = { id: "9572944461588520961", subject: null, tracker: 5, deleted: 1, children: [{ id: 2 }] };
  expect(v.parse(legacyItemIdPageSchema, { issues: [row, odd], total_count: "3" })).toEqual({
    issues: [
      { id: "9191020", deleted: false },
      { id: "9572944461588520961", deleted: true },
      { id: "2", deleted: false },
    ],
    total: 3,
  });
});

test.each([[{}], [{ id: 9_572_944_461_588_521_000 }], ["9191020"]])(
  "%j tells no id for certain, so that the list it stands in is a wrong answer",
  (odd) => {
    expect(v.safeParse(legacyItemIdPageSchema, { issues: [row, odd], total: 2 }).success).toBe(false);
  },
);

test("a nested tree of legacy items comes flat, children after their parent", () => {
  const tree = {
    issues: [
      {
        ...row,
        id: 1,
        children: [
          { ...row, id: 2, children: [{ ...row, id: 3 }] },
          { ...row, id: 4 },
        ],
      },
    ],
    total: 4,
  };
  expect(ids(tree)).toEqual(["1", "2", "3", "4"]);
  expect(v.parse(legacyItemPageSchema, tree).issues.map((issue) => issue.parent_issue_id)).toEqual([
    null,
    "1",
    "2",
    "1",
  ]);
});

test("a legacy item is read with every field missing, empty or odd", () => {
  const odd = {
    ...row,
    module: {},
    developer: {},
    assigned_cc_user: [],
    fixed_version: null,
    due_date: 1_749_730_042_000,
    done_ratio: "40",
  };
  expect(v.parse(legacyItemPageSchema, { issues: [odd] }).issues[0]).toMatchObject({
    module: null,
    developer: null,
    fixed_version: null,
    start_date: null,
    due_date: "1749730042000",
    done_ratio: 40,
  });
});

test("an item without id or title makes the page a wrong answer rather than vanish", () => {
  expect(v.safeParse(legacyItemPageSchema, { issues: [{ ...row, id: null }] }).success).toBe(false);
  expect(v.safeParse(legacyItemPageSchema, { issues: [{ id: 1 }] }).success).toBe(false);
});

test("a v4 item: people by number and 32-hex id, local times as instants of China time", () => {
  const item = v.parse(scrumItemSchema, {
    id: 1,
    name: "Login",
    assigned_user: { id: 4091, user_id: "", nick_name: "Sam", first_name: "sam" },
    created_time: "2026-11-22 08:00:00",
    iteration: {},
    parent_issue: { id: 0 },
  });
  expect(item.assigned_user).toEqual({ user_num_id: "4091", user_id: null, name: "sam", nick_name: "Sam" });
  expect(item.created_time).toBe(Date.parse("2026-11-22T00:00:00Z"));
  expect([item.iteration, item.parent_issue, item.begin_time]).toEqual([null, null, null]);
});

test("a Scrum change takes no null, no empty text for a date, and at least one field", () => {
  const isAccepted = (value: unknown) => v.safeParse(scrumItemChangesSchema, value).success;
  expect(isAccepted({ begin_time: "2026-11-22", done_ratio: 100, assigned_id: "4091" })).toBe(true);
  for (const bad of [
    {},
    { begin_time: "" },
    { end_time: null },
    { done_ratio: 101 },
    { done_ratio: 1.5 },
    { assigned_id: 4091 },
    { id: "1" },
  ]) {
    expect(isAccepted(bad)).toBe(false);
  }
});

test("a project's detail is wrapped and says name where the list says project_name", () => {
  const id = "5192de5eb435430c8cd41c6ae6028848";
  const detail = { project: { project_id: id, name: "Apollo", created_on: 1_749_730_042_000 } };
  expect(v.parse(scrumProjectDetailSchema, detail)).toMatchObject({
    project_id: id,
    project_name: "Apollo",
    created_time: 1_749_730_042_000,
    description: null,
  });
});

test("4.8 the current user has no id; user_id is the one", () => {
  const user = { user_id: "a360371833bf4c558f796fd707b44daf", user_num_id: 4091, user_name: "sam" };
  expect(v.parse(currentUserSchema, user)).toMatchObject({ user_id: user.user_id, user_num_id: "4091" });
  expect(v.safeParse(currentUserSchema, { id: user.user_id }).success).toBe(false);
});

test("members keep both ids as text", () => {
  const { members } = v.parse(scrumMemberListSchema, {
    members: [{ user_id: "a360371833bf4c558f796fd707b44daf", user_num_id: 4091, role_id: 3, forbidden: 0 }],
    total: 1,
  });
  expect(members[0]).toMatchObject({ user_num_id: "4091", role_id: "3", forbidden: false });
});

test("the token's expiry, with six fractional digits, is an instant", () => {
  const token = {
    expires_at: "2020-01-05T09:05:22.701000Z",
    user: { id: "u", name: "n", domain: { id: "d", name: "a" } },
  };
  expect(v.parse(tokenAnswerSchema, { token }).token.expires_at).toBe(Date.parse("2020-01-05T09:05:22.701Z"));
  expect(v.safeParse(tokenAnswerSchema, { token: { ...token, expires_at: "later" } }).success).toBe(false);
});
