import * as v from "valibot";
import { expect, test } from "vitest";
import {
  ALL,
  fold,
  fromColumns,
  fromSort,
  isFolded,
  nextSort,
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

test("chosen columns keep their order; unknown ones and doubles are left out", () => {
  expect(toColumns(["end", "number", "unknown", "end"], ["start"])).toEqual(["end", "number"]);
  expect(toColumns(undefined, ["start"])).toEqual(["start"]);
  expect(toColumns(fromColumns([]), ["start"])).toEqual([]);
});

test("a press of a column's head goes up, down, and back to the plan's own order", () => {
  const presses = [
    nextSort(undefined, "end"),
    nextSort("end", "end"),
    nextSort("-end", "end"),
    nextSort("-end", "title"),
  ];
  expect(presses).toEqual(["end", "-end", undefined, "title"]);
  expect(nextSort("end", "nothing")).toBeUndefined();
});

test("group and folded headings come back from the address as they were, whatever the group's value", () => {
  const search = { group: "type", folded: ["type-RR%2C%20odd%2Etype", "58213"] } as const;
  const { group, folded } = toPlanAddress(search);
  const read = new URLSearchParams(new URLSearchParams({ group: group ?? "", folded: folded ?? "" }).toString());
  expect(toPlanSearch(v.parse(planAddressSchema, Object.fromEntries(read)))).toMatchObject(search);
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
