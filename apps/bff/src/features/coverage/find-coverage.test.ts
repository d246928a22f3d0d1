import type { WorkItem } from "@gantry/api-contract";
import { aWorkItem } from "@gantry/testkit";
import { describe, expect, test } from "vitest";
import { countCoverage, type CoverageFacts, type CoveragePlan, findCoverage } from "./find-coverage.ts";

const today = "2026-11-23";
const closed = { id: "5", name: "Closed", phase: "done" } as const;
const item = (id: string, rest: Partial<WorkItem> = {}) => aWorkItem({ id, ...rest });
const plan = (id: string, itemIds: string[], baseline: CoveragePlan["baseline"] = null) => ({ id, itemIds, baseline });
const find = (facts: Partial<CoverageFacts>) =>
  findCoverage({ items: [], plans: [], sprints: new Map(), today, ...facts });

describe("on no plan", () => {
  test("open items that no plan has are listed, closed ones and those on any plan are not", () => {
    const found = find({
      items: [item("1"), item("2"), item("3", { status: closed, end: "2026-01-01" })],
      plans: [plan("a", ["2"])],
    });
    expect(found["no-plan"]).toMatchObject([{ item: { id: "1" }, planIds: [], reasons: [{ rule: "no-plan" }] }]);
    expect(countCoverage(found)).toEqual({
      "no-plan": 1,
      "plans-differ": 0,
      "closed-planned": 0,
      "outside-sprint": 0,
    });
  });
});

describe("on several plans with different expectations", () => {
  const dates = (end: WorkItem["end"]) => new Map([["1", { start: "2026-11-16", end } as const]]);
  const onBoth = (one: CoveragePlan["baseline"], other: CoveragePlan["baseline"]) =>
    find({ items: [item("1")], plans: [plan("a", ["1"], one), plan("b", ["1"], other)] })["plans-differ"];

  test("baselines that keep other dates differ by the days between their ends; equal ones, or one alone, do not", () => {
    expect(onBoth(dates("2026-11-27"), dates("2026-12-04"))).toMatchObject([
      { item: { id: "1" }, planIds: ["a", "b"], reasons: [{ rule: "baselines-differ", days: 7, planIds: ["a", "b"] }] },
    ]);
    expect(onBoth(dates("2026-11-27"), dates("2026-11-27"))).toEqual([]);
    expect(onBoth(dates("2026-11-27"), null)).toEqual([]);
  });

  test("a baseline that keeps an item which has left its plan says nothing", () => {
    const plans = [plan("a", ["1"], dates("2026-11-27")), plan("b", ["1"]), plan("c", [], dates("2026-12-04"))];
    expect(find({ items: [item("1")], plans })["plans-differ"]).toEqual([]);
  });

  test("an item apart from all the rest of one of its plans is told with the gap and that plan", () => {
    const items = [
      item("1", { start: "2026-12-07", end: "2026-12-11" }),
      item("2", { start: "2026-11-02", end: "2026-11-27" }),
      item("3", { start: "2026-12-01", end: "2026-12-31" }),
    ];
    const found = find({ items, plans: [plan("a", ["1", "2"]), plan("b", ["1", "3"])] })["plans-differ"];
    expect(found).toMatchObject([
      { item: { id: "1" }, reasons: [{ rule: "apart-from-plan", days: 10, planIds: ["a"] }] },
    ]);
  });

  test("touching the rest is not apart, and a plan of one item has no rest", () => {
    const items = [
      item("1", { start: "2026-11-27", end: "2026-12-11" }),
      item("2", { start: "2026-11-02", end: "2026-11-27" }),
    ];
    expect(find({ items, plans: [plan("a", ["1", "2"]), plan("b", ["1"])] })["plans-differ"]).toEqual([]);
  });

  test("a parent's days are its children's, so it is never apart from them", () => {
    const items = [
      item("1", { start: "2027-01-01", end: "2027-01-02" }),
      item("2", { parentId: "1", start: "2026-11-02", end: "2026-11-27" }),
      item("3", { start: "2026-11-02", end: "2026-11-27" }),
    ];
    expect(find({ items, plans: [plan("a", ["1", "2", "3"]), plan("b", ["1"])] })["plans-differ"]).toEqual([]);
  });
});

describe("closed but still planned", () => {
  test("a closed item whose end is still to come is told with the days; on the day itself it is not", () => {
    const items = [item("1", { status: closed, end: "2026-11-30" }), item("2", { status: closed, end: today })];
    expect(find({ items })["closed-planned"]).toMatchObject([
      { item: { id: "1" }, reasons: [{ rule: "ends-later", days: 7 }] },
    ]);
  });

  test("a closed item counts the open ones below it, however deep, and a ring of parents ends", () => {
    const past = { status: closed, end: "2026-11-01" } as const;
    const items = [
      item("1", past),
      item("2", { ...past, parentId: "1" }),
      item("3", { parentId: "2" }),
      item("4", { parentId: "5" }),
      item("5", { parentId: "4" }),
    ];
    expect(find({ items })["closed-planned"]).toMatchObject([
      { item: { id: "1" }, reasons: [{ rule: "open-below", count: 1 }] },
      { item: { id: "2" }, reasons: [{ rule: "open-below", count: 1 }] },
    ]);
  });
});

describe("in a sprint whose dates they exceed", () => {
  const sprint = { id: "7", name: "Sprint 7" };
  const sprints = new Map([["7", { start: "2026-11-16", end: "2026-11-27" } as const]]);
  const inSprint = (start: WorkItem["start"], end: WorkItem["end"], rest: Partial<WorkItem> = {}) =>
    find({ items: [item("1", { sprint, start, end, ...rest })], sprints })["outside-sprint"].flatMap(
      ({ reasons }) => reasons,
    );

  test("either side that is outside is told with its days; within, to the day, is fine", () => {
    expect(inSprint("2026-11-16", "2026-11-27")).toEqual([]);
    expect(inSprint("2026-11-13", "2026-11-30")).toEqual([
      { rule: "starts-before-sprint", days: 3 },
      { rule: "ends-after-sprint", days: 3 },
    ]);
  });

  test("a closed item, a missing day and a sprint without days say nothing", () => {
    expect(inSprint("2026-11-13", "2026-11-30", { status: closed })).toEqual([]);
    expect(inSprint(null, null)).toEqual([]);
    expect(inSprint("2026-11-13", "2026-11-30", { sprint: { id: "8", name: "Sprint 8" } })).toEqual([]);
  });
});
