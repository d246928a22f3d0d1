import { describe, expect, test } from "vitest";
import type { GanttColumn } from "../types.ts";
import { dropIndex, naturalWidth, placeColumns } from "./column-layout.ts";

const column = (id: string, width: number): GanttColumn => ({
  id,
  header: id,
  width,
  align: "start",
  sort: null,
  cell: () => ({ text: "" }),
});
const columns = [column("title", 200), column("a", 50), column("b", 60), column("c", 70)];
const none = new Map<string, number>();
const widths = (roomPx: number, own: ReadonlyMap<string, number> = none, stacked = false) =>
  placeColumns(columns, { roomPx, stacked, widths: own }).map(({ column: { id }, widthPx }) => [id, widthPx]);

describe("the room of columns", () => {
  test("those after the first have their own width, the first takes what is left", () => {
    expect(widths(500)).toEqual([
      ["title", 320],
      ["a", 50],
      ["b", 60],
      ["c", 70],
    ]);
  });

  test("the last ones that would leave the first less than 96 pixels are not drawn", () => {
    expect(widths(276)).toHaveLength(4);
    expect(widths(275)).toEqual([
      ["title", 165],
      ["a", 50],
      ["b", 60],
    ]);
    expect(widths(40)).toEqual([["title", 96]]);
  });

  test("a column that doesn't fit takes those after it along, narrow as they may be", () => {
    const wide = new Map([["b", 400]]);
    expect(widths(300, wide).map(([id]) => id)).toEqual(["title", "a"]);
  });

  test("a width by hand holds before the column's own, and 24 pixels before both", () => {
    expect(widths(500, new Map([["a", 90]]))[1]).toEqual(["a", 90]);
    expect(widths(500, new Map([["a", 3]]))[1]).toEqual(["a", 24]);
  });

  test("where titles stand above the bars there are the first and the last", () => {
    expect(widths(390, none, true)).toEqual([
      ["title", 320],
      ["c", 70],
    ]);
  });

  test("no columns take no room", () => {
    expect(placeColumns([], { roomPx: 300, stacked: false, widths: none })).toEqual([]);
    expect(naturalWidth([], none)).toBe(0);
    expect(naturalWidth(columns, new Map([["a", 80]]))).toBe(410);
  });
});

describe("where a dragged column goes", () => {
  const placed = placeColumns(columns, { roomPx: 380, stacked: false, widths: none });

  test.each([
    [1, 0, 1],
    [1, 230, 1],
    [1, 270, 1],
    [1, 281, 2],
    [1, 500, 3],
    [3, 0, 1],
    [3, 226, 2],
    [3, 279, 2],
    [3, 400, 3],
  ])("column %i at %i pixels becomes number %i", (from, x, to) => {
    expect(dropIndex(placed, { from, x })).toBe(to);
  });
});
