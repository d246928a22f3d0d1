import { expect, test } from "vitest";
import { autoScrollSpeed, isPastSlop, rowsBetween, selectByBox } from "./box.ts";

const strip = { rowHeight: 28, count: 1000 };

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

test("a box over 250 rows selects all of them, though no row was ever drawn", () => {
  const span = rowsBetween(strip, { fromY: 14, toY: 14 + 28 * 249 });
  const ids = selectByBox({ before: new Set(["kept"]), mode: "replace", span, idAt: (index) => `row-${index}` });
  expect(ids.size).toBe(250);
  expect(ids.has("row-0") && ids.has("row-249") && !ids.has("kept")).toBe(true);
});

test("with Shift the box adds; a shrinking box gives back what it no longer touches, but not what was there before", () => {
  const before = new Set(["row-9"]);
  const wide = selectByBox({ before, mode: "add", span: { first: 0, last: 3 }, idAt: (index) => `row-${index}` });
  expect([...wide]).toEqual(["row-9", "row-0", "row-1", "row-2", "row-3"]);
  const narrow = selectByBox({ before, mode: "add", span: { first: 0, last: 1 }, idAt: (index) => `row-${index}` });
  expect([...narrow]).toEqual(["row-9", "row-0", "row-1"]);
});

test("rows that are not loaded yet are left out until they are", () => {
  const ids = selectByBox({
    before: new Set(),
    mode: "replace",
    span: { first: 0, last: 2 },
    idAt: (index) => (index < 2 ? `row-${index}` : undefined),
  });
  expect([...ids]).toEqual(["row-0", "row-1"]);
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
