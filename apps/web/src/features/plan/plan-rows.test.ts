import { aWorkItem } from "@gantry/testkit";
import { expect, test } from "vitest";
import { toItemFilter } from "./filter-items.ts";
import { type PlanRowsInput, toPlanRows } from "./plan-rows.ts";

const epic = aWorkItem({ id: "1", title: "Checkout", type: "epic", start: null, end: null, progress: 0 });
const story = aWorkItem({
  id: "2",
  title: "Card form",
  type: "story",
  parentId: "1",
  start: "2026-11-02",
  end: "2026-11-06",
  progress: 100,
});
const bug = aWorkItem({
  id: "3",
  title: "Paid twice",
  type: "bug",
  parentId: "1",
  start: "2026-11-09",
  end: "2026-11-13",
  progress: 50,
});
const undated = aWorkItem({ id: "4", title: "<img onerror=alert(1)>", start: null, end: null, progress: 0 });
const done = aWorkItem({
  id: "5",
  title: "Old",
  end: "2026-11-01",
  status: { id: "5", name: "Closed", phase: "done" },
});

const base: PlanRowsInput = {
  items: [epic, story, bug, undated, done],
  filter: toItemFilter({}),
  sort: null,
  folded: new Set(),
  today: "2026-11-20",
};
const titles = (input: Partial<PlanRowsInput>) => toPlanRows({ ...base, ...input }).rows.map((row) => row.item.id);

test("a parent shows the dates and mean progress of its leaves", () => {
  const [first] = toPlanRows(base).rows;
  expect(first).toMatchObject({ isParent: true, start: "2026-11-02", end: "2026-11-13", progress: 75, overdue: false });
});

test("an undated item stays a line of the plan and is listed as unscheduled", () => {
  const plan = toPlanRows(base);
  expect(plan.rows.map((row) => row.item.id)).toContain("4");
  expect(plan.unscheduled.map((item) => item.id)).toEqual(["4"]);
});

test("an item past its end is overdue, a done one is not", () => {
  const overdue = toPlanRows(base).rows.filter((row) => row.overdue);
  expect(overdue.map((row) => row.item.id)).toEqual(["2", "3"]);
});

test("a folded parent hides its children and says that it has some", () => {
  const plan = toPlanRows({ ...base, folded: new Set(["1"]) });
  expect(plan.rows.map((row) => row.item.id)).toEqual(["1", "4", "5"]);
  expect(plan.rows[0]).toMatchObject({ expandable: true, expanded: false });
});

test("a filter keeps the ancestors of what fits, greyed, and opens their branch", () => {
  const plan = toPlanRows({ ...base, filter: toItemFilter({ type: ["bug"] }), folded: new Set(["1"]) });
  expect(plan.rows.map((row) => [row.item.id, row.muted])).toEqual([
    ["1", true],
    ["3", false],
  ]);
  expect(plan.matching).toBe(1);
});

test("the search finds titles in any case, and numbers", () => {
  expect(titles({ filter: toItemFilter({ q: "CARD" }) })).toEqual(["1", "2"]);
  expect(titles({ filter: toItemFilter({ q: "5" }) })).toEqual(["5"]);
});

test("sorting orders siblings, never tears a child from its parent", () => {
  expect(titles({ sort: { key: "title", descending: true } })).toEqual(["5", "1", "3", "2", "4"]);
});

test("what has no date comes last, up or down", () => {
  expect(titles({ sort: { key: "start", descending: false } }).at(-1)).toBe("4");
  expect(titles({ sort: { key: "start", descending: true } }).at(-1)).toBe("4");
});

test("the span is the whole plan's, whatever the filter hides", () => {
  const { span } = toPlanRows({ ...base, filter: toItemFilter({ q: "nothing" }) });
  expect(span).toEqual({ start: "2026-11-01", end: "2026-11-16" });
});
