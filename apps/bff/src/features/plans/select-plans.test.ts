import { aPlan } from "@gantry/testkit";
import { describe, expect, test } from "vitest";
import { selectPlans } from "./select-plans.ts";

const lin = { id: "a".repeat(32), numericId: null, name: "Lin" };
const plans = [
  aPlan({ id: "1", name: "Release 10", updatedAt: 30, createdAt: 1, creator: lin }),
  aPlan({ id: "2", name: "release 9", updatedAt: 10, createdAt: 3 }),
  aPlan({ id: "3", name: "版本计划", updatedAt: null, createdAt: 2, type: "mind", creator: lin }),
  aPlan({ id: "4", name: "Ideas for a release", updatedAt: 20, createdAt: 4, type: "mind", creator: null }),
];
const ids = (query: Parameters<typeof selectPlans>[1]) => selectPlans(plans, query).items.map(({ id }) => id);

describe("selecting plans", () => {
  test("the newest change comes first unless another order is asked for", () => {
    expect(ids({})).toEqual(["1", "4", "2", "3"]);
    expect(ids({ sort: "updated" })).toEqual(["3", "2", "4", "1"]);
    expect(ids({ sort: "-created" })).toEqual(["4", "2", "3", "1"]);
  });

  test("names sort with their numbers as numbers", () => {
    expect(ids({ sort: "name", type: "gantt" })).toEqual(["2", "1"]);
    expect(ids({ sort: "-name", type: "gantt" })).toEqual(["1", "2"]);
  });

  test("search, type and creator narrow down together, whatever the case of letters", () => {
    expect(ids({ search: " RELEASE " })).toEqual(["1", "4", "2"]);
    expect(ids({ search: "计划" })).toEqual(["3"]);
    expect(ids({ search: "release", type: "gantt", creator: lin.id })).toEqual(["1"]);
  });

  test("the total counts what matches; the two types are counted as if no type were chosen", () => {
    expect(selectPlans(plans, { type: "mind" })).toMatchObject({ total: 2, gantts: 2, minds: 2 });
    expect(selectPlans(plans, { search: "release", type: "mind" })).toMatchObject({ total: 1, gantts: 2, minds: 1 });
  });

  test("pages cut the sorted list, and a page beyond the end is empty", () => {
    expect(ids({ page: 1, pageSize: 3 })).toEqual(["1", "4", "2"]);
    expect(ids({ page: 2, pageSize: 3 })).toEqual(["3"]);
    expect(selectPlans(plans, { page: 9, pageSize: 3 })).toMatchObject({ items: [], total: 4 });
  });
});
