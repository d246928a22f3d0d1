import { aWorkItem } from "@gantry/testkit";
import { expect, test } from "vitest";
import { toAgreedChanges, withBarChanges } from "./bar-changes.ts";
import { isoWeekOf } from "../../i18n/gantt-words.ts";
import { toSprintBands } from "./to-sprint-bands.ts";

const item = aWorkItem({ id: "7", start: "2026-11-16", end: "2026-11-20", progress: 40 });
const itemOf = (id: string) => (id === "7" ? item : undefined);

test("a resized bar asks for its end alone, with the end that it replaces", () => {
  const change = { id: "7", start: "2026-11-16", end: "2026-11-24", progress: 40 } as const;
  expect(toAgreedChanges([change], itemOf)).toEqual([
    { itemId: "7", field: "end", from: "2026-11-20", to: "2026-11-24" },
  ]);
});

test("a gesture that ends where it began asks for nothing", () => {
  expect(toAgreedChanges([{ id: "7", start: "2026-11-16", end: "2026-11-20", progress: 40.2 }], itemOf)).toEqual([]);
});

test("a bar whose item has left the plan is not written", () => {
  expect(toAgreedChanges([{ id: "8", start: "2026-11-16", end: "2026-11-20", progress: 0 }], itemOf)).toEqual([]);
});

test("an open start is filled in with what it replaces: nothing", () => {
  const open = aWorkItem({ id: "7", start: null, end: "2026-11-20" });
  const changes = toAgreedChanges([{ id: "7", start: "2026-11-18", end: "2026-11-20", progress: 40 }], () => open);
  expect(changes).toEqual([{ itemId: "7", field: "start", from: null, to: "2026-11-18" }]);
});

test("the chart shows the new dates at once and leaves other items alone", () => {
  const other = aWorkItem({ id: "9" });
  const items = { items: [item, other], total: 2, readAt: 0 };
  const changed = withBarChanges(items, [{ id: "7", start: "2026-11-17", end: "2026-11-21", progress: 40 }]);
  expect(changed.items[0]).toMatchObject({ start: "2026-11-17", end: "2026-11-21" });
  expect(changed.items[1]).toBe(other);
});

test("weeks count as ISO 8601 does, across the turn of the year", () => {
  expect(isoWeekOf("2026-01-01")).toBe(1);
  expect(isoWeekOf("2026-12-31")).toBe(53);
  expect(isoWeekOf("2027-01-03")).toBe(53);
  expect(isoWeekOf("2027-01-04")).toBe(1);
});

test("a sprint without both days, and a PI over its iterations, are not drawn", () => {
  const base = { parentId: null, state: "running", start: "2026-11-02", end: "2026-11-13" } as const;
  const bands = toSprintBands([
    { ...base, id: "1", name: "PI 1", kind: "pi" },
    { ...base, id: "2", name: "It 1", kind: "iteration" },
    { ...base, id: "3", name: "It 2", kind: "iteration", end: null },
  ]);
  expect(bands).toEqual([{ id: "2", name: "It 1", start: "2026-11-02", end: "2026-11-13", current: true }]);
});
