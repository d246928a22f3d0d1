import { describe, expect, it } from "vitest";
import { isSameSearch } from "./is-same-search.ts";

describe("isSameSearch", () => {
  it.each([
    ["", ""],
    ["a=1&b=2", "b=2&a=1"],
    ["health=late,at-risk", "health=late%2Cat-risk"],
    ["q=a+b", "q=a%20b"],
  ])("takes %j and %j for the same", (left, right) => {
    expect(isSameSearch(left, right)).toBe(true);
  });
  it.each([
    ["", "a=1"],
    ["a=1", "a=2"],
    ["a=1,2", "a=2,1"],
    ["a=1", "a=1&b=2"],
  ])("tells %j from %j", (left, right) => {
    expect(isSameSearch(left, right)).toBe(false);
  });
});
