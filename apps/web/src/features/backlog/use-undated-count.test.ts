import { expect, test } from "vitest";
import { countUndated } from "./use-undated-count.ts";

const seen = new Map([
  ["1", true],
  ["2", false],
]);

test("chosen rows that were seen are counted by their own dates", () => {
  expect(countUndated({ seen, selectedIds: new Set(["1", "2"]), all: null })).toBe(1);
});

test("after Select all the count is the server's, though most rows were never loaded", () => {
  const ids = new Set(["1", "2", "3", "4"]);
  expect(countUndated({ seen, selectedIds: new Set(ids), all: { ids, undated: 3 } })).toBe(3);
});

test("a part of Select all that was not seen is not guessed at", () => {
  const ids = new Set(["1", "2", "3", "4"]);
  expect(countUndated({ seen, selectedIds: new Set(["1", "4"]), all: { ids, undated: 3 } })).toBeNull();
});
