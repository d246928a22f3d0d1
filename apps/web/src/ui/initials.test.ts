import { expect, it } from "vitest";
import { categoryOf, initialsOf } from "./initials.ts";

it("takes first and last letters of Latin names, and the last character of Chinese ones", () => {
  expect(["Zhao Min", "li.na", "Anna Maria de la Cruz", "Bo", "赵敏", "陈浩 Chen", ""].map(initialsOf)).toEqual([
    "ZM",
    "LN",
    "AC",
    "BO",
    "敏",
    "浩",
    "",
  ]);
});

it("spreads people over all eight colours, each always the same", () => {
  const ids = Array.from({ length: 200 }, (_, index) => `user-${index}`);
  expect(new Set(ids.map(categoryOf))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
  expect(ids.map(categoryOf)).toEqual(ids.map(categoryOf));
});
