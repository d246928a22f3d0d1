import { expect, test } from "vitest";
import { EMPTY_SELECTION, pick, prune, rangeOf } from "./selection-model.ts";

const order = ["a", "b", "c", "d", "e"];
const plain = { order, shift: false, toggle: false };

test("a plain click chooses one row and nothing else", () => {
  const two = pick(pick(EMPTY_SELECTION, { ...plain, id: "a" }), { ...plain, id: "c", toggle: true });
  expect([...two.ids]).toEqual(["a", "c"]);
  expect([...pick(two, { ...plain, id: "d" }).ids]).toEqual(["d"]);
});

test("Ctrl flips one row and leaves the rest", () => {
  const one = pick(EMPTY_SELECTION, { ...plain, id: "b", toggle: true });
  expect([...pick(one, { ...plain, id: "b", toggle: true }).ids]).toEqual([]);
});

test("Shift takes the range from the anchor in both directions and keeps the anchor", () => {
  const anchored = pick(EMPTY_SELECTION, { ...plain, id: "c" });
  const up = pick(anchored, { ...plain, id: "a", shift: true });
  expect([...up.ids]).toEqual(["a", "b", "c"]);
  expect([...pick(up, { ...plain, id: "e", shift: true }).ids]).toEqual(["c", "d", "e"]);
});

test("Shift with Ctrl adds the range to what is chosen", () => {
  const anchored = pick(pick(EMPTY_SELECTION, { ...plain, id: "a" }), { ...plain, id: "c", toggle: true });
  expect([...pick(anchored, { ...plain, id: "d", shift: true, toggle: true }).ids]).toEqual(["a", "c", "d"]);
});

test("Shift without an anchor chooses the row", () => {
  expect([...pick(EMPTY_SELECTION, { ...plain, id: "d", shift: true }).ids]).toEqual(["d"]);
});

test("a range whose start was filtered out is the row itself", () => {
  expect(rangeOf(order, { from: "gone", to: "b" })).toEqual(["b"]);
  expect(rangeOf(order, { from: "b", to: "gone" })).toEqual([]);
});

test("rows that left the plan leave the selection, and an untouched selection stays the same object", () => {
  const model = { ids: new Set(["a", "b"]), anchorId: "b" };
  expect(prune(model, new Set(order))).toBe(model);
  expect(prune(model, new Set(["a"]))).toEqual({ ids: new Set(["a"]), anchorId: null });
});
