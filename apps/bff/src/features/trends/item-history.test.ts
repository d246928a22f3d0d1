import type { Status } from "@gantry/api-contract";
import { issueRecordListSchema } from "@gantry/codearts-contract";
import * as v from "valibot";
import { expect, test } from "vitest";
import { toItemHistories } from "./item-history.ts";

const statuses: readonly Status[] = [
  { id: "1", name: "New", phase: "todo", itemTypes: [] },
  { id: "5", name: "Closed", phase: "done", itemTypes: [] },
];
const historyOf = (record: object) => {
  const { records } = v.parse(issueRecordListSchema, {
    records: [{ issue_id: 7, operated_time: 100, operation: "modify", ...record }],
  });
  return toItemHistories(records, { statuses }).get("7");
};

test.each([
  ['{"id":1,"name":"New"}', '{"id":5,"name":"Closed"}'],
  ["1", "5"],
  ['"New"', '"Closed"'],
  ["New", "Closed"],
])("a move from %s to %s is one from open to done", (old_value, new_value) => {
  expect(historyOf({ field_key: "status", old_value, new_value })?.statusMoves).toEqual([
    { at: 100, wasDone: false, isDone: true },
  ]);
});

test("a status that the project does not have is neither, and before an item was made there was none", () => {
  const unknown = { field_key: "status", old_value: '{"id":99,"name":"Gone"}', new_value: "5" };
  expect(historyOf(unknown)?.statusMoves).toEqual([{ at: 100, wasDone: null, isDone: true }]);
  const made = { field_key: "status", operation: "create", new_value: "1" };
  expect(historyOf(made)?.statusMoves).toEqual([{ at: 100, wasDone: null, isDone: false }]);
});

test("ends are days in any form that CodeArts has for them", () => {
  const move = { field_key: "due_date", old_value: '"2026-11-20"', new_value: String(Date.UTC(2026, 10, 26, 16)) };
  expect(historyOf(move)?.endMoves).toEqual([{ at: 100, from: "2026-11-20", to: "2026-11-27" }]);
});

test("other fields, and records without a time, tell nothing", () => {
  expect(historyOf({ field_key: "name", old_value: "a", new_value: "b" })).toBeUndefined();
  expect(historyOf({ field_key: "status", operated_time: null, old_value: "1", new_value: "5" })).toBeUndefined();
});
