import type { Sprint, WorkItem } from "@gantry/api-contract";
import { aWorkItem } from "@gantry/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toItemFilter } from "./filter-items.ts";
import { type HeadingRow, type PlanRow, type PlanRowsInput, toPlanRows } from "./plan-rows.ts";
import { toPlanTree } from "./plan-tree.ts";
import { ALL, GROUP_KEYS, SORT_KEYS } from "./plan-search.ts";

const person = (id: string, name: string) => ({ id, numericId: null, name });
const wang = person("a1", "Wang Lei");
const li = person("b2", "Li Na");
const sprints: Sprint[] = [
  { id: "s2", name: "Alpha", kind: "sprint", parentId: null, start: "2026-12-01", end: "2026-12-14", state: "planned" },
  { id: "s1", name: "Beta", kind: "sprint", parentId: null, start: "2026-11-01", end: "2026-11-14", state: "running" },
];
const base: PlanRowsInput = {
  tree: toPlanTree([]),
  sprints,
  filter: toItemFilter({}),
  group: "assignee",
  sort: null,
  folded: new Set(),
  today: "2026-11-20",
};
type Input = Partial<PlanRowsInput> & { items: readonly WorkItem[] };
const rowsOf = ({ items: shown, ...input }: Input) => toPlanRows({ ...base, tree: toPlanTree(shown), ...input }).rows;
const headingsOf = (rows: readonly PlanRow[]) => rows.filter((row): row is HeadingRow => row.kind === "heading");
const namesOf = (input: Input) => headingsOf(rowsOf(input)).map((row) => row.group.name);
const outline = (rows: readonly PlanRow[]) => rows.map((row) => `${"-".repeat(row.depth)}${row.id}`);

const epic = aWorkItem({ id: "1", assignee: wang, start: null, end: null });
const storyOfLi = aWorkItem({
  id: "2",
  parentId: "1",
  assignee: li,
  start: "2026-11-02",
  end: "2026-11-30",
  progress: 0,
});
const taskOfWang = aWorkItem({ id: "3", parentId: "2", assignee: wang, end: "2026-11-19", progress: 50 });
const other = aWorkItem({ id: "4", assignee: wang, start: "2026-10-01", progress: 100 });
const nobodys = aWorkItem({ id: "5", assignee: null, start: null, end: null });
const items = [nobodys, epic, storyOfLi, taskOfWang, other];

test("groups stand under headings, people by name and nobody last", () => {
  expect(outline(rowsOf({ items }))).toEqual([
    "assignee-b2",
    "-2",
    "assignee-a1",
    "-1",
    "--3",
    "-4",
    "assignee-none",
    "-5",
  ]);
});

test("an item never hangs below one of its group that isn't its ancestor", () => {
  const apart = [
    aWorkItem({ id: "1", assignee: wang }),
    aWorkItem({ id: "2", assignee: li }),
    aWorkItem({ id: "3", parentId: "2", assignee: wang }),
  ];
  expect(outline(rowsOf({ items: apart }))).toEqual(["assignee-b2", "-2", "assignee-a1", "-1", "-3"]);
});

test("a heading counts its items, the overdue ones too, and sums up its leaves", () => {
  const [ofLi, ofWang] = headingsOf(rowsOf({ items }));
  // The story has a child, so that its dates are the child's and nothing of its own is late.
  expect(ofLi).toMatchObject({ count: 1, overdueCount: 0, end: "2026-11-19" });
  expect(ofWang).toMatchObject({ count: 3, overdueCount: 1, start: "2026-10-01", end: "2026-11-27", progress: 75 });
});

test("sprints come by date, statuses by phase, priorities from high to low, types from large to small", () => {
  const many = [
    aWorkItem({ id: "1", sprint: { id: "s2", name: "Alpha" }, priority: { id: "1", name: "Low" } }),
    aWorkItem({
      id: "2",
      sprint: { id: "s1", name: "Beta" },
      priority: null,
      status: { id: "1", name: "New", phase: "todo" },
    }),
    aWorkItem({
      id: "3",
      priority: { id: "3", name: "High" },
      status: { id: "5", name: "Closed", phase: "done" },
      type: "epic",
      shape: "epic",
    }),
  ];
  expect(namesOf({ items: many, group: "sprint" })).toEqual(["Beta", "Alpha", null]);
  expect(namesOf({ items: many, group: "status" })).toEqual(["New", "In progress", "Closed"]);
  expect(namesOf({ items: many, group: "priority" })).toEqual(["High", "Low", null]);
  expect(namesOf({ items: many, group: "type" })).toEqual(["epic", "task"]);
});

test("a filter keeps grey ancestors within the group and drops groups without a fit", () => {
  const rows = rowsOf({ items, filter: toItemFilter({ q: "3" }) });
  expect(outline(rows)).toEqual(["assignee-a1", "-1", "--3"]);
  expect(rows).toMatchObject([{ count: 1 }, { muted: true }, { muted: false }]);
});

test("a folded heading hides its items and keeps its sums; folding all leaves the headings", () => {
  expect(outline(rowsOf({ items, folded: new Set(["assignee-a1"]) }))).toEqual([
    "assignee-b2",
    "-2",
    "assignee-a1",
    "assignee-none",
    "-5",
  ]);
  const all = rowsOf({ items, folded: new Set([ALL]) });
  expect(all.map((row) => [row.kind, row.expanded])).toEqual([
    ["heading", false],
    ["heading", false],
    ["heading", false],
  ]);
});

const anyPlan = fc
  .array(
    fc.record({
      parent: fc.option(fc.integer({ min: 0, max: 30 })),
      person: fc.constantFrom(null, wang, li),
      sprint: fc.constantFrom(null, ...sprints.map(({ id, name }) => ({ id, name }))),
      type: fc.constantFrom("epic", "task", "RR, odd.type"),
    }),
    { maxLength: 30 },
  )
  .map((drawn): WorkItem[] =>
    drawn.map(({ parent, person: assignee, sprint, type }, index) =>
      aWorkItem({ id: `${index}`, parentId: parent === null ? null : `${parent}`, assignee, sprint, type }),
    ),
  );

test("whatever the plan, grouping and sorting, every item is shown exactly once, below its own group's heading", () => {
  const anySort = fc.option(fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }));
  const anyGroup = fc.option(fc.constantFrom(...GROUP_KEYS));
  fc.assert(
    fc.property(anyPlan, anyGroup, anySort, (plan, group, sort) => {
      const rows = rowsOf({ items: plan, group, sort });
      const shown = rows.flatMap((row) => (row.kind === "item" ? [row.id] : []));
      expect(shown.toSorted()).toEqual(plan.map(({ id }) => id).toSorted());
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
      let under: string | null = null;
      const strays = rows.filter((row) => {
        if (row.kind === "heading") under = row.group.value;
        return row.kind === "item" && group === "assignee" && under !== (row.item.assignee?.id ?? "none");
      });
      expect(strays).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
