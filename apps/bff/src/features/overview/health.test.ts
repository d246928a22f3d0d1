import type { WorkItem } from "@gantry/api-contract";
import { HEALTH_RULES } from "@gantry/api-contract";
import { addDays } from "@gantry/schedule";
import { aWorkItem } from "@gantry/testkit";
import { describe, expect, test } from "vitest";
import { rollUpPlan } from "./health.ts";

const today = "2026-11-23";
const done = { id: "5", name: "Closed", phase: "done" } as const;
const items = (...overrides: Partial<WorkItem>[]) =>
  overrides.map((rest, index) => aWorkItem({ id: `${index + 1}`, start: "2026-11-20", end: "2026-11-27", ...rest }));
const rollUp = (...overrides: Partial<WorkItem>[]) => rollUpPlan(items(...overrides), { today });

describe("roll-up of a plan", () => {
  test("parents count as items but add neither dates nor progress", () => {
    const sum = rollUp(
      { start: "2020-01-01", end: "2030-01-01", progress: 99, assignee: null },
      { parentId: "1", progress: 20, start: "2026-11-20", end: "2026-11-25" },
      { parentId: "1", progress: 60, start: "2026-11-24", end: "2026-12-04" },
    );
    expect(sum).toMatchObject({ items: 3, progress: 40, unassigned: 0, start: "2026-11-20", end: "2026-12-04" });
  });

  test("a closed leaf is whole, neither overdue nor unassigned", () => {
    const sum = rollUp({ status: done, progress: 0, end: "2026-01-01", assignee: null }, { progress: 0 });
    expect(sum).toMatchObject({ done: 1, progress: 50, overdue: 0, unassigned: 0 });
  });

  test("a leaf is overdue on the day after its end, not on it", () => {
    expect(rollUp({ end: today }).overdue).toBe(0);
    expect(rollUp({ end: "2026-11-22" })).toMatchObject({
      overdue: 1,
      reasons: [{ rule: "overdue", count: 1, days: 1 }],
    });
  });

  test("an item with an end but no start is scheduled; one with neither is not", () => {
    expect(rollUp({ start: null }, { start: null, end: null }, {}, {}, {}).unscheduled).toBe(1);
  });
});

describe("health of a plan", () => {
  test("without items it is empty", () => {
    expect(rollUp()).toMatchObject({ items: 0, health: "empty", reasons: [{ rule: "empty", count: 0 }] });
  });

  test("three overdue leaves put it at risk, two are worth watching", () => {
    const late = { end: "2026-11-20" } as const;
    expect(rollUp(late, late, {}).health).toBe("at-risk");
    expect(rollUp(late, late, late, {})).toMatchObject({
      health: "late",
      reasons: [{ rule: "overdue", count: 3, days: 3 }],
    });
  });

  test("a single leaf puts it at risk from the eighth day on", () => {
    expect(rollUp({ end: "2026-11-16" }).health).toBe("at-risk");
    expect(rollUp({ end: "2026-11-15" })).toMatchObject({ health: "late", reasons: [{ days: 8 }] });
  });

  test("a quarter of open leaves without assignee or dates is worth watching, less is not", () => {
    const nobody = { assignee: null };
    expect(rollUp(nobody, {}, {}, {})).toMatchObject({
      health: "at-risk",
      reasons: [{ rule: "unassigned", count: 1 }],
    });
    expect(rollUp(nobody, {}, {}, {}, {})).toMatchObject({ health: "on-track", reasons: [] });
    const undated = { start: null, end: null };
    expect(rollUp(undated, undated, {}, {})).toMatchObject({
      health: "at-risk",
      reasons: [{ rule: "unscheduled", count: 2 }],
    });
  });

  test("work far behind its time is worth watching before it is late", () => {
    const slow = { start: "2026-11-02", end: "2026-11-27", progress: 10 } as const;
    expect(rollUp(slow)).toMatchObject({ health: "at-risk", reasons: [{ rule: "behind", count: 1 }] });
    expect(rollUp({ ...slow, progress: 60 }).health).toBe("on-track");
    expect(rollUp({ ...slow, start: "2026-12-27" }).health).toBe("on-track");
  });

  test("a leaf that waits for something overdue puts it at risk, before anything of its own is late", () => {
    const waits = rollUpPlan(items({}, {}, {}, {}), { today, waiting: new Set(["2", "elsewhere"]) });
    expect(waits).toMatchObject({ blocked: 1, health: "at-risk", reasons: [{ rule: "blocked", count: 1 }] });
    const over = rollUpPlan(items({ status: done }), { today, waiting: new Set(["1"]) });
    expect(over).toMatchObject({ blocked: 0, health: "on-track" });
  });

  test("open work that nobody touches for three weeks is stale, and done work never", () => {
    const quiet = { updatedAt: Date.parse(`${addDays(today, -HEALTH_RULES.staleDays)}T12:00:00+08:00`) };
    expect(rollUp(quiet, quiet)).toMatchObject({
      health: "stale",
      changedAt: quiet.updatedAt,
      reasons: [{ rule: "stale", count: 2, days: HEALTH_RULES.staleDays }],
    });
    expect(rollUp(quiet, {}).health).toBe("on-track");
    expect(rollUp({ ...quiet, status: done }).health).toBe("on-track");
    const renamed = rollUpPlan(items(quiet), { today, planChangedAt: Date.parse(`${today}T12:00:00+08:00`) });
    expect(renamed.health).toBe("on-track");
    expect(rollUp({ ...quiet, end: "2026-11-20" })).toMatchObject({
      health: "at-risk",
      reasons: [{ rule: "overdue" }, { rule: "stale" }],
    });
  });
});

describe("people of a plan", () => {
  test("those with most open leaves come first, three at most, and all are counted", () => {
    const of = (name: string, rest: Partial<WorkItem> = {}) => ({
      assignee: { id: name.repeat(8), numericId: null, name },
      ...rest,
    });
    const sum = rollUp(of("a"), of("b"), of("b"), of("c"), of("d"), of("d"), of("d"), of("e", { status: done }));
    expect(sum.people.map(({ person, open }) => `${person.name}${open}`)).toEqual(["d3", "b2", "a1"]);
    expect(sum.peopleCount).toBe(4);
  });
});
