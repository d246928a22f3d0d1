import { expect, test } from "vitest";
import * as v from "valibot";
import { issueRecordListSchema, readRecordedValue, recordFieldOf, recordOperationOf } from "./issue-records.ts";

const read = (record: object) =>
  v.parse(issueRecordListSchema, { records: [{ issue_id: 9_191_020, ...record }], total: 1 }).records[0];

test("a record as its page documents it", () => {
  const record = read({
    id: 700_001,
    field_key: "status",
    field_name: "Status",
    operation: "modify",
    property: "status_id",
    old_value: '{"id":1,"name":"New"}',
    new_value: '{"id":5,"name":"Closed"}',
    operated_time: 1_700_000_000_000,
    operator: { user_id: "a360371833bf4c558f796fd707b44daf", user_num_id: 4_091, name: "zhao.min", nick_name: "Zhao" },
  });
  expect(record).toMatchObject({
    id: "700001",
    issue_id: "9191020",
    operated_time: 1_700_000_000_000,
    operator: { id: "a360371833bf4c558f796fd707b44daf", name: "Zhao" },
  });
});

test("times come as digits or with a zone, values as JSON or as JSON in text, operators as nothing", () => {
  const loose = { operated_time: "1700000000000", new_value: { id: 5, name: "Closed" }, operator: {} };
  expect(read(loose)).toMatchObject({ operated_time: 1_700_000_000_000, operator: null, old_value: null });
  expect(readRecordedValue(read(loose)?.new_value ?? null)).toEqual({ id: "5", name: "Closed" });
  expect(read({ operated_time: "2023-11-14T22:13:20Z" })?.operated_time).toBe(1_700_000_000_000);
});

test("an answer without records and without a total is no empty history", () => {
  expect(v.safeParse(issueRecordListSchema, {}).success).toBe(false);
  expect(v.parse(issueRecordListSchema, { total: 0 }).records).toEqual([]);
});

test("a record that names no item is refused, since it would be counted for none", () => {
  expect(v.safeParse(issueRecordListSchema, { records: [{ field_key: "status" }] }).success).toBe(false);
});

test.each([
  [{ field_key: "status", property: null }, "status"],
  [{ field_key: null, property: "status_id" }, "status"],
  [{ field_key: "Due_Date", property: null }, "end"],
  [{ field_key: "end_time", property: "attr" }, "end"],
  [{ field_key: "begin_time", property: null }, "start"],
  [{ field_key: "done_ratio", property: null }, "progress"],
  [{ field_key: "description", property: null }, "other"],
  [{ field_key: null, property: null }, "other"],
])("%j is about %s", (record, field) => {
  expect(recordFieldOf(record)).toBe(field);
});

test.each([
  ["create", "create"],
  ["CREATED", "create"],
  ["delete", "delete"],
  ["modify", "modify"],
  [null, "modify"],
])("the operation %s reads as %s", (operation, read_) => {
  expect(recordOperationOf({ operation })).toBe(read_);
});

test.each([
  ['{"id":5,"name":"Closed"}', { id: "5", name: "Closed" }],
  ["5", { id: "5", name: "5" }],
  ['"5"', { id: "5", name: "5" }],
  ['"Closed"', { id: null, name: "Closed" }],
  ["Closed", { id: null, name: "Closed" }],
  ['"2026-11-20"', { id: null, name: "2026-11-20" }],
  ["null", null],
  ['""', null],
  [null, null],
])("the recorded value %s reads as %j", (text, value) => {
  expect(readRecordedValue(text)).toEqual(value);
});
