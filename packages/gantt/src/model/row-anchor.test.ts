import { describe, expect, test } from "vitest";
import { row } from "../../test/page/rows.ts";
import { anchoredTopRow, successorOf } from "./row-anchor.ts";
import { createRowModel } from "./row-model.ts";

const modelOf = (ids: string) => createRowModel(ids.split("").map((id) => row(id)));
const before = modelOf("abcdefghij");
const topAfter = (ids: string, topRow: number) => anchoredTopRow(before, modelOf(ids), { topRow, rowsInView: 3 });

describe("the first row in view", () => {
  test("keeps its place when rows above it come or go", () => {
    expect(topAfter("XYabcdefghij", 4.25)).toBe(6.25);
    expect(topAfter("cdefghij", 4.25)).toBe(2.25);
  });

  test("hands over to the next one in view that is left, which keeps its own place", () => {
    expect(topAfter("abcdfghij", 4.5)).toBe(4 - 0.5);
    expect(topAfter("bdfhj", 4)).toBe(1);
  });

  test("hands over to the next one below, which takes the top, when none in view is left", () => {
    expect(topAfter("abcdj", 4.5)).toBe(4);
  });

  test("hands over to the last one above when nothing below is left", () => {
    expect(topAfter("abc", 6.5)).toBe(2);
  });

  test("keeps its place in another order, but for a view at the very top", () => {
    expect(topAfter("jihgfedcba", 4)).toBe(5);
    expect(topAfter("jihgfedcba", 0)).toBe(0);
    expect(topAfter("Xabcdefghij", 0)).toBe(1);
  });

  test("leaves the view alone when no row is known any more", () => {
    expect(topAfter("XYZ", 4.5)).toBe(4.5);
  });
});

describe("a row that is gone", () => {
  const tree = createRowModel([
    row("p", { expandable: true, expanded: true }),
    row("q", { level: 2, expandable: true, expanded: true }),
    row("r", { level: 3 }),
    row("s", { level: 3 }),
    row("t"),
  ]);

  test("hands over to the ancestor that was folded over it, the nearest that is left", () => {
    const folded = createRowModel([row("p", { expandable: true, expanded: false }), row("t")]);
    expect(successorOf(tree, folded, 3)).toBe(0);
  });

  test("hands over to the next one where its parent is still open, else to the one before", () => {
    const filtered = createRowModel([
      row("p", { expanded: true }),
      row("q", { level: 2, expanded: true }),
      row("s", { level: 3 }),
    ]);
    expect(successorOf(tree, filtered, 2)).toBe(2);
    expect(successorOf(tree, filtered, 4)).toBe(2);
  });

  test("has no successor where no row is left", () => {
    expect(successorOf(tree, createRowModel([]), 2)).toBeNull();
  });
});
