import * as v from "valibot";
import { expect, test } from "vitest";
import {
  ALL,
  fold,
  fromColumns,
  fromSort,
  isFolded,
  planAddressSchema,
  toColumns,
  toPlanAddress,
  toPlanSearch,
  toSort,
} from "./plan-search.ts";

test("an address with nonsense opens the plan with its defaults", () => {
  const parsed = v.parse(planAddressSchema, {
    scale: "century",
    colour: ["7"],
    panel: "x",
    sort: ["a"],
    item: "58213",
  });
  expect(parsed.scale).toBeUndefined();
  expect(parsed.colour).toBeUndefined();
  expect(parsed.sort).toBeUndefined();
  expect(parsed.item).toBe("58213");
});

test("lists go into the address between commas and come back", () => {
  const search = toPlanSearch(v.parse(planAddressSchema, { status: "1", type: "bug,task", q: "a,b" }));
  expect(search).toMatchObject({ status: ["1"], type: ["bug", "task"], q: "a,b" });
  expect(search.assignee).toBeUndefined();
  expect(toPlanAddress({ ...search, folded: ["7", "1000000000000000001"] })).toMatchObject({
    status: "1",
    type: "bug,task",
    folded: "7,1000000000000000001",
    assignee: undefined,
  });
});

test("an unknown sort is none", () => {
  expect(toSort("-nothing")).toBeNull();
  expect(toSort("-end")).toEqual({ key: "end", descending: true });
  expect(fromSort(toSort("-end"))).toBe("-end");
});

test("chosen columns keep the grid's order, whatever the address says", () => {
  expect(toColumns(["end", "number", "unknown"], ["start"])).toEqual(["number", "end"]);
  expect(toColumns(undefined, ["start"])).toEqual(["start"]);
  expect(toColumns(fromColumns([]), ["start"])).toEqual([]);
});

test("folding one parent lists it; after folding all, opening one lists the exception", () => {
  const one = fold(new Set(), { id: "a", expanded: false });
  expect([...one]).toEqual(["a"]);
  expect(isFolded(one, "a") && !isFolded(one, "b")).toBe(true);
  expect(isFolded(fold(one, { id: "a", expanded: true }), "a")).toBe(false);

  const allButB = fold(new Set([ALL]), { id: "b", expanded: true });
  expect(isFolded(allButB, "a")).toBe(true);
  expect(isFolded(allButB, "b")).toBe(false);
  expect(isFolded(fold(allButB, { id: "b", expanded: false }), "b")).toBe(true);
});
