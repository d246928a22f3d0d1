import { aWorkItem } from "@gantry/testkit";
import { expect, test } from "vitest";
import { toItemFilter } from "./filter-items.ts";
import { type ItemRow, type PlanRowsInput, toPlanRows } from "./plan-rows.ts";
import { toPlanTree } from "./plan-tree.ts";

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
  tree: toPlanTree([epic, story, bug, undated, done]),
  sprints: [],
  filter: toItemFilter({}),
  group: null,
  sort: null,
  folded: new Set(),
  today: "2026-11-20",
};
const idsOf = (input: Partial<PlanRowsInput>) => toPlanRows({ ...base, ...input }).rows.map((row) => row.id);
const itemRowsOf = (input: Partial<PlanRowsInput>) =>
  toPlanRows({ ...base, ...input }).rows.filter((row): row is ItemRow => row.kind === "item");

test("a parent shows the dates and mean progress of its leaves", () => {
  const [first] = toPlanRows(base).rows;
  expect(first).toMatchObject({ isParent: true, start: "2026-11-02", end: "2026-11-13", progress: 75, overdue: false });
});

test("an undated item stays a line of the plan and is listed as unscheduled", () => {
  const plan = toPlanRows(base);
  expect(plan.rows.map((row) => row.id)).toContain("4");
  expect(plan.unscheduled.map((item) => item.id)).toEqual(["4"]);
});

test("an item past its end is overdue, a done one is not", () => {
  const overdue = itemRowsOf({}).filter((row) => row.overdue);
  expect(overdue.map((row) => row.id)).toEqual(["2", "3"]);
});

test("a folded parent hides its children and says that it has some", () => {
  const plan = toPlanRows({ ...base, folded: new Set(["1"]) });
  expect(plan.rows.map((row) => row.id)).toEqual(["1", "4", "5"]);
  expect(plan.rows[0]).toMatchObject({ expandable: true, expanded: false });
});

test("every line knows its place among its siblings", () => {
  expect(toPlanRows(base).rows.map((row) => [row.id, row.position, row.siblings])).toEqual([
    ["1", 1, 3],
    ["2", 1, 2],
    ["3", 2, 2],
    ["4", 2, 3],
    ["5", 3, 3],
  ]);
});

test("a filter keeps the ancestors of what fits, greyed, and opens their branch", () => {
  const narrowed = { filter: toItemFilter({ type: ["bug"] }), folded: new Set(["1"]) };
  expect(itemRowsOf(narrowed).map((row) => [row.id, row.muted])).toEqual([
    ["1", true],
    ["3", false],
  ]);
  expect(toPlanRows({ ...base, ...narrowed }).matching).toBe(1);
});

test("a parent whose children don't fit the filter is still a parent: its dates are theirs", () => {
  expect(itemRowsOf({ filter: toItemFilter({ type: ["epic"] }) })).toMatchObject([
    { id: "1", isParent: true, expandable: false, start: "2026-11-02" },
  ]);
});

test("the search finds titles in any case, and numbers", () => {
  expect(idsOf({ filter: toItemFilter({ q: "CARD" }) })).toEqual(["1", "2"]);
  expect(idsOf({ filter: toItemFilter({ q: "5" }) })).toEqual(["5"]);
});

test("sorting orders siblings, never tears a child from its parent", () => {
  expect(idsOf({ sort: { key: "title", descending: true } })).toEqual(["5", "1", "3", "2", "4"]);
});

test("what has no date comes last, up or down", () => {
  expect(idsOf({ sort: { key: "start", descending: false } }).at(-1)).toBe("4");
  expect(idsOf({ sort: { key: "start", descending: true } }).at(-1)).toBe("4");
});

test("items that are parents of each other are shown, and the head of the ring is named", () => {
  const ring = [aWorkItem({ id: "7", parentId: "8" }), aWorkItem({ id: "8", parentId: "7" })];
  const tree = toPlanTree(ring);
  expect(idsOf({ tree })).toEqual(["7", "8"]);
  expect([...tree.ringHeads]).toEqual(["7"]);
});

test("a chain of 30,000 is filtered, sorted and grouped without running out of stack", () => {
  const chain = Array.from({ length: 30_000 }, (_, index) =>
    aWorkItem({ id: String(index), title: `Step ${index}`, parentId: index === 0 ? null : String(index - 1) }),
  );
  const narrowed = toPlanRows({
    ...base,
    tree: toPlanTree(chain),
    filter: toItemFilter({ q: "Step 29999" }),
    sort: { key: "title", descending: true },
    group: "status",
  });
  expect(narrowed.rows).toHaveLength(30_001);
  expect(narrowed.rows.at(-1)).toMatchObject({ id: "29999", depth: 30_000, muted: false });
});
