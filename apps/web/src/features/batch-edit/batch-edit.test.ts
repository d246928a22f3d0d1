import type { Field } from "@gantry/api-contract";
import { aWorkItem } from "@gantry/testkit";
import { expect, test } from "vitest";
import { checkDates, checkField } from "./check-draft.ts";
import { changeDates, changeField, createDraft, type DatesDraft, isTouched, type StartWith } from "./draft.ts";
import { toFormFields } from "./form-fields.ts";
import { asksForCascade, checkDraft, toEdits } from "./to-edits.ts";

const aField = (overrides: Partial<Field>): Field => ({
  code: "assignee",
  name: null,
  control: "person",
  itemTypes: [],
  options: [],
  required: false,
  clearable: false,
  ...overrides,
});
const assignee = aField({});
const start = aField({ code: "start", control: "day", clearable: true });
const end = aField({ code: "end", control: "day", clearable: true });
const progress = aField({ code: "progress", control: "percent", min: 0, max: 100 });
const aDates = (change: Partial<DatesDraft>): DatesDraft => ({
  ...createDraft(toFormFields([], [aWorkItem()]), opening("shift")).dates,
  ...change,
});
const title = aField({ code: "title", control: "text", minLength: 1, maxLength: 256 });
const tags = aField({ code: "tags", control: "options", maxItems: 2, itemTypes: ["IR"] });
const opening = (startWith: StartWith) => ({ startWith, firstDayOfWeek: 1 });
const set = (value: string | readonly string[]) => ({ ticked: true, how: "set" as const, value });

test("a field says one value where all items agree, and several where they don't", () => {
  const { shared } = toFormFields([assignee, progress], [aWorkItem({ progress: 10 }), aWorkItem({ progress: 20 })]);
  expect(shared.map((one) => one.spread.kind)).toEqual(["same", "several"]);
});

test("fields of one type are offered for the items of that type only", () => {
  const items = [aWorkItem({ type: "IR" }), aWorkItem({ type: "RR" }), aWorkItem({ type: "RR" })];
  const form = toFormFields([assignee, tags], items);
  expect(form.shared.map((one) => one.field.code)).toEqual(["assignee"]);
  expect(form.byTypes).toMatchObject([{ types: ["IR"], fields: [{ itemCount: 1 }] }]);
  expect(toFormFields([tags], [aWorkItem({ type: "RR" })])).toEqual({ shared: [], byTypes: [] });
});

test("only ticked fields are sent; typing into another sends nothing", () => {
  const form = toFormFields([assignee, progress, start, end], [aWorkItem()]);
  const typed = changeField(createDraft(form, opening("nothing")), "progress", { value: "70" });
  expect(isTouched(typed)).toBe(false);
  expect(toEdits(form, typed)).toEqual([]);
  const ticked = changeField(typed, "progress", { ticked: true });
  expect(toEdits(form, ticked)).toEqual([{ how: "set", field: "progress", value: 70 }]);
});

test("Assign opens with the assignee ticked, Shift dates with a shift by one working day", () => {
  const form = toFormFields([assignee, start, end], [aWorkItem()]);
  expect(createDraft(form, opening("assignee")).fields["assignee"]?.ticked).toBe(true);
  expect(toEdits(form, createDraft(form, opening("shift")))).toEqual([{ how: "shift", workingDays: 1 }]);
});

test("dates set one end or both, clear both, or shift", () => {
  const form = toFormFields([start, end], [aWorkItem()]);
  const draft = changeDates(createDraft(form, opening("nothing")), { ticked: true, start: "", end: "2026-12-01" });
  expect(toEdits(form, draft)).toEqual([{ how: "set", field: "end", value: "2026-12-01" }]);
  expect(toEdits(form, changeDates(draft, { how: "clear" }))).toEqual([
    { how: "clear", field: "start" },
    { how: "clear", field: "end" },
  ]);
});

test.each([
  [title, "x".repeat(257), { code: "too-long", limit: 256 }],
  [progress, "101", { code: "too-large", limit: 100 }],
  [progress, "12.5", { code: "not-whole" }],
  [progress, "many", { code: "not-a-number" }],
  [aField({ control: "number", decimals: 2 }), "1.234", { code: "too-many-decimals", limit: 2 }],
  [aField({ control: "item" }), "12345678901", { code: "not-an-id" }],
  [tags, ["a", "b", "c"], { code: "too-many", limit: 2 }],
  [assignee, "", { code: "nothing-chosen" }],
  [aField({ control: "day" }), "2026-02-30", { code: "not-a-day" }],
])("a value over its limit names the limit (%#)", (field, value, problem) => {
  expect(checkField(field, set(value))).toEqual(problem);
});

test("a 19-digit item id passes as it is", () => {
  expect(checkField(aField({ control: "item" }), set("1000000000000000001"))).toBeNull();
});

test("a field that the service can't clear refuses to be cleared", () => {
  expect(checkField(assignee, { ticked: true, how: "clear", value: "" })).toEqual({ code: "not-clearable" });
  expect(checkField(start, { ticked: true, how: "clear", value: "" })).toBeNull();
});

test("an end before the start, and a shift by nothing, are refused", () => {
  const dates = aDates({ how: "set", start: "2026-12-02", end: "2026-12-01", workingDays: "0" });
  expect(checkDates(dates)).toEqual({ at: "end", problem: { code: "end-before-start" } });
  expect(checkDates({ ...dates, how: "shift" })?.problem).toEqual({ code: "changes-nothing" });
  expect(checkDates({ ...dates, how: "shift", workingDays: "-2501" })?.problem).toEqual({
    code: "too-small",
    limit: -2500,
  });
});

test.each([
  [
    { how: "snap", weekday: 0, toward: "nearest" },
    { how: "snap", weekday: 0, toward: "nearest" },
  ],
  [{ how: "snap" }, { how: "snap", weekday: 1, toward: "later" }],
  [{ how: "fit-sprint" }, { how: "fit-sprint", sprintId: null }],
  [
    { how: "fit-sprint", sprint: "77" },
    { how: "fit-sprint", sprintId: "77" },
  ],
  [
    { how: "scale", percent: "80" },
    { how: "scale", percent: 80 },
  ],
  [
    { how: "scale", percent: "80", anchor: "2026-12-01" },
    { how: "scale", percent: 80, anchor: "2026-12-01" },
  ],
] satisfies [Partial<DatesDraft>, object][])(
  "dates that are moved from where they are ask for it (%#)",
  (change, edit) => {
    const form = toFormFields([start, end], [aWorkItem()]);
    expect(toEdits(form, { dates: aDates(change), fields: {} })).toEqual([edit]);
  },
);

test.each([
  ["9", { code: "too-small", limit: 10 }],
  ["1001", { code: "too-large", limit: 1000 }],
  ["100", { code: "changes-nothing" }],
  ["1.5", { code: "not-whole" }],
  ["", { code: "not-a-number" }],
])("scaling by %s percent names its limit", (percent, problem) => {
  expect(checkDates(aDates({ how: "scale", percent }))).toEqual({ at: "percent", problem });
});

test("what depends on the items is asked for with new dates only", () => {
  const ask = (change: Partial<DatesDraft>) => asksForCascade({ dates: aDates(change), fields: {} });
  expect(ask({ how: "snap", cascade: true })).toBe(true);
  expect(ask({ how: "clear", cascade: true })).toBe(false);
  expect(ask({ how: "shift", cascade: true, ticked: false })).toBe(false);
  expect(ask({ how: "shift" })).toBe(false);
});

test("problems of unticked fields hold nothing up", () => {
  const form = toFormFields([progress, assignee], [aWorkItem()]);
  const draft = changeField(createDraft(form, opening("assignee")), "progress", { value: "999" });
  expect(checkDraft(form, draft)).toBeNull();
  expect(checkDraft(form, changeField(draft, "progress", { ticked: true }))?.fields).toEqual({
    progress: { code: "too-large", limit: 100 },
  });
});
