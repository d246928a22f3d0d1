import * as v from "valibot";
import { expect, test } from "vitest";
import { readEnvelope, scrumBatchAnswerSchema, scrumBatchBodySchema, scrumBatchVerdict } from "../src/index.ts";

const example = {
  result: {
    project: {
      id: 35_138_974,
      identifier: "5192de5eb435430c8cd41c6ae6028848",
      total: 0,
      close: 0,
      role: 0,
      type: "scrum",
      archive: true,
      mem_count: 0,
    },
    journal_ids: [],
    error_issues: [9_191_020],
    versions_issues: [],
    success_issues: [],
  },
  status: "success",
};
const body = { project_id: "5192de5eb435430c8cd41c6ae6028848", issue_ids: "9191020", assigned_to_id: "4091" };
const read = (result: unknown) => v.parse(scrumBatchAnswerSchema, result);
const isAccepted = (value: unknown) => v.safeParse(scrumBatchBodySchema, value).success;

test("2.1 all three fields are asked for, although the page calls them not mandatory", () => {
  expect(isAccepted(body)).toBe(true);
  for (const field of Object.keys(body)) expect(isAccepted({ ...body, [field]: undefined })).toBe(false);
});

test("2.2 issue_ids takes one id of 1–10 digits, and no list", () => {
  expect(isAccepted({ ...body, issue_ids: "1234567890" })).toBe(true);
  for (const issue_ids of ["9191020,9191021", "12345678901", "", "abc", ["9191020"]]) {
    expect(isAccepted({ ...body, issue_ids })).toBe(false);
  }
});

test("2.3 status success with the item in error_issues is a failure", () => {
  const { status, result } = readEnvelope(example);
  expect(status).toBe("success");
  expect(scrumBatchVerdict(read(result), "9191020")).toBe("failed");
});

test("2.3 an item in neither list, or in both, is not applied", () => {
  expect(scrumBatchVerdict(read({ success_issues: [], error_issues: [] }), "7")).toBe("unknown");
  expect(scrumBatchVerdict(read({ success_issues: ["8"] }), "7")).toBe("unknown");
  expect(scrumBatchVerdict(read({ success_issues: ["7"], error_issues: [7] }), "7")).toBe("failed");
});

test("2.4 ids are compared as text, whichever list has numbers", () => {
  expect(scrumBatchVerdict(read({ success_issues: [9_191_020] }), "9191020")).toBe("applied");
  expect(scrumBatchVerdict(read({ success_issues: ["9191020"] }), "9191020")).toBe("applied");
  expect(scrumBatchVerdict(read({ error_issues: ["9191020"] }), "9191020")).toBe("failed");
});

test("2.5 assigned_to_id takes the numeric user id as text", () => {
  expect(isAccepted({ ...body, assigned_to_id: 4091 })).toBe(false);
  expect(isAccepted({ ...body, assigned_to_id: "a360371833bf4c558f796fd707b44daf" })).toBe(false);
});

test("2.6 no other field can be edited by this call", () => {
  expect(isAccepted({ ...body, status_id: "3" })).toBe(false);
});

test("2.7 the project's misdescribed counts are dropped", () => {
  expect(Object.keys(read(example.result).project ?? {})).toEqual(["identifier", "type", "archived"]);
});

test.each(["Scrum", "scrum", "SCRUM"])("2.8 project type %s is the project's type, in any case of letters", (type) => {
  expect(read({ project: { type } }).project?.type).toBe("scrum");
});

test("2.9 archive is the project's, and a hint at why the edit failed", () => {
  expect(read(example.result).project?.archived).toBe(true);
});
