import { expect, test } from "vitest";
import { autoScrollSpeed, chooseByBox, isPastSlop, rowsBetween } from "./box.ts";
import { countChosen, isChosen, NOTHING, onlyRows } from "./choice.ts";

const strip = { rowHeight: 28, count: 1000 };
const order = Array.from({ length: 1000 }, (_, index) => `row-${index}`);

test("a box takes every row that it touches, dragged down or up", () => {
  expect(rowsBetween(strip, { fromY: 30, toY: 85 })).toEqual({ first: 1, last: 3 });
  expect(rowsBetween(strip, { fromY: 85, toY: 30 })).toEqual({ first: 1, last: 3 });
});

test("a box dragged past either end stops at the last row", () => {
  expect(rowsBetween(strip, { fromY: -400, toY: 10 })).toEqual({ first: 0, last: 0 });
  expect(rowsBetween(strip, { fromY: 27_990, toY: 99_999 })).toEqual({ first: 999, last: 999 });
});

test("a box beside the rows takes none", () => {
  expect(rowsBetween(strip, { fromY: 28_000, toY: 29_000 })).toBeNull();
  expect(rowsBetween({ rowHeight: 28, count: 0 }, { fromY: 0, toY: 10 })).toBeNull();
});

test("a box over 250 rows chooses all of them, though no row was ever drawn", () => {
  const span = rowsBetween(strip, { fromY: 14, toY: 14 + 28 * 249 });
  const chosen = chooseByBox(onlyRows(NOTHING, ["kept"]), { adds: false, span, order });
  expect(countChosen(chosen, 0)).toBe(250);
  expect(isChosen(chosen, "row-0") && isChosen(chosen, "row-249") && !isChosen(chosen, "kept")).toBe(true);
});

test("with Shift the box adds; a shrinking box gives back what it no longer touches, but not what was there before", () => {
  const before = onlyRows(NOTHING, ["row-9"]);
  const wide = chooseByBox(before, { adds: true, span: { first: 0, last: 3 }, order });
  expect(wide).toMatchObject({ ids: new Set(["row-9", "row-0", "row-1", "row-2", "row-3"]) });
  const narrow = chooseByBox(before, { adds: true, span: { first: 0, last: 1 }, order });
  expect(narrow).toMatchObject({ ids: new Set(["row-9", "row-0", "row-1"]) });
});

test("rows that are not loaded yet are left out until they are", () => {
  const chosen = chooseByBox(NOTHING, { adds: false, span: { first: 0, last: 2 }, order: order.slice(0, 2) });
  expect(chosen).toMatchObject({ ids: new Set(["row-0", "row-1"]) });
});

test("scrolling rests in the middle, starts in the edge zone and is fastest outside", () => {
  const view = { top: 100, bottom: 500 };
  expect(autoScrollSpeed(300, view)).toBe(0);
  expect(autoScrollSpeed(480, view)).toBeGreaterThan(0);
  expect(autoScrollSpeed(120, view)).toBeLessThan(0);
  expect(autoScrollSpeed(600, view)).toBe(autoScrollSpeed(9000, view));
  expect(Math.abs(autoScrollSpeed(480, view))).toBeLessThan(autoScrollSpeed(520, view));
});

test("a trembling click is no box", () => {
  expect(isPastSlop({ x: 0, y: 0 }, { x: 2, y: 2 })).toBe(false);
  expect(isPastSlop({ x: 0, y: 0 }, { x: 0, y: 4 })).toBe(true);
});
