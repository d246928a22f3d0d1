import { expect, test } from "vitest";
import { allMatching, NOTHING, onlyRows } from "./choice.ts";
import { countUndated } from "./use-undated-count.ts";

const seen = new Map([
  ["1", true],
  ["2", false],
]);
const some = (ids: string[]) => onlyRows(NOTHING, ids);
const allBut = (ids: string[]) => ({ ...allMatching(""), exceptIds: new Set(ids) });

test("chosen rows that were seen are counted by their own dates", () => {
  expect(countUndated({ seen, choice: some(["1", "2"]), counted: null })).toBe(1);
});

test("rows that nobody saw are not guessed at", () => {
  expect(countUndated({ seen, choice: some(["1", "4"]), counted: { total: 9, undated: 3 } })).toBeNull();
});

test("of all that match the count is the server's, less what was unticked", () => {
  const counted = { total: 12_480, undated: 3 };
  expect(countUndated({ seen, choice: allMatching("login"), counted: null })).toBeNull();
  expect(countUndated({ seen, choice: allBut(["1", "2"]), counted: { total: 400, undated: 3 } })).toBe(2);
  expect(countUndated({ seen, choice: allBut(["7"]), counted: { total: 400, undated: 3 } })).toBeNull();
  expect(countUndated({ seen, choice: allMatching(""), counted })).toBeNull();
});
