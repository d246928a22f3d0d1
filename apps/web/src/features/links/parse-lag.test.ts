import { expect, test } from "vitest";
import { parseLag } from "./parse-lag.ts";

test("a lag is read with either minus sign, a plus, and spaces around it", () => {
  expect(["3", " -2 ", "−2", "–2", "+4", "-0", "007"].map(parseLag)).toEqual([3, -2, -2, -2, 4, 0, 7]);
});

test("what is no whole number, or beyond a year either way, is refused", () => {
  expect(["", "1.5", "two", "366", "-366", "1e2", "--1", "٣"].map(parseLag)).toEqual(Array(8).fill(null));
  expect(["365", "-365"].map(parseLag)).toEqual([365, -365]);
});
