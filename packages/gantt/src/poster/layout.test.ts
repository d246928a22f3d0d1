import { toDayNumber } from "@gantry/schedule";
import { expect, test } from "vitest";
import { layOutPoster, type LayoutInput, ROW_HEIGHT, TITLE_STRIP, FOOT_STRIP } from "./layout.ts";
import { paperSheet, type PosterOrientation, type PosterPaper } from "./sheet.ts";

const TODAY = toDayNumber("2026-11-22");

function layOut(changes: Partial<LayoutInput> = {}) {
  return layOutPoster({
    rowCount: 800,
    span: { from: TODAY - 200, to: TODAY + 400 },
    today: TODAY,
    hasSprints: true,
    columnWidths: [280, 58, 62, 106, 96, 58, 58, 84],
    sheet: paperSheet("a4", "landscape"),
    scale: "week",
    fitWidth: false,
    ...changes,
  });
}

const SHEETS: [PosterPaper, PosterOrientation][] = [
  ["a4", "landscape"],
  ["a4", "portrait"],
  ["a3", "landscape"],
  ["a3", "portrait"],
  ["a0", "landscape"],
  ["a0", "portrait"],
];

test.each(SHEETS)("pages of %s %s tile the rows and the time axis without gap or overlap", (paper, orientation) => {
  const { pageRows, pageColumns, axis } = layOut({ sheet: paperSheet(paper, orientation) });
  expect(pageRows.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index))).toEqual(
    Array.from({ length: 800 }, (_, index) => index),
  );
  expect(pageColumns[0]?.fromX).toBe(0);
  pageColumns.slice(1).forEach((column, index) => expect(column.fromX).toBe(pageColumns[index]?.toX));
  expect(pageColumns.at(-1)?.toX).toBeGreaterThanOrEqual((TODAY + 401 - axis.originDay) * axis.pxPerDay);
});

test.each(SHEETS)("what stands on a page of %s %s stays within its margins", (paper, orientation) => {
  const { pageRows, pageColumns, page, headHeight } = layOut({ sheet: paperSheet(paper, orientation) });
  for (const { gridWidth, fromX, toX } of pageColumns)
    expect(page.margin * 2 + gridWidth + toX - fromX).toBeCloseTo(page.width);
  for (const { from, to } of pageRows) {
    const height = TITLE_STRIP + headHeight + (to - from) * ROW_HEIGHT + FOOT_STRIP;
    expect(height + page.margin * 2).toBeLessThanOrEqual(page.height);
  }
});

test("paper is as large as its name says: 297 × 210 mm at 96 pixels an inch", () => {
  const { width, height } = paperSheet("a4", "landscape");
  expect([Math.round(width), Math.round(height)]).toEqual([1123, 794]);
});

test("one page wide means one page wide, however long the plan is", () => {
  for (const days of [1, 30, 400, 5_000, 29_000]) {
    const { pageColumns, axis } = layOut({ fitWidth: true, span: { from: TODAY, to: TODAY + days } });
    expect(pageColumns).toHaveLength(1);
    expect((TODAY + days + 1 - axis.originDay) * axis.pxPerDay).toBeLessThanOrEqual(axis.widthPx);
  }
});

test("a column that finds no room is left out after those before it, never half", () => {
  const { columnCount, pageColumns, titleWidth } = layOut({ sheet: paperSheet("a4", "portrait") });
  expect(columnCount).toBe(4);
  expect(titleWidth).toBeGreaterThanOrEqual(150);
  expect(pageColumns[0]?.gridWidth).toBeCloseTo(titleWidth + 58 + 62 + 106);
});

test("one page without paper holds every row, every column and every day", () => {
  const layout = layOut({ sheet: null });
  expect(layout.pageRows).toEqual([{ from: 0, to: 800 }]);
  expect(layout.columnCount).toBe(8);
  expect(layout.pageColumns).toEqual([{ fromX: 0, toX: layout.axis.widthPx, gridWidth: 802 }]);
  expect(layout.axis.endDay).toBeGreaterThan(TODAY + 400);
});

test("an empty plan is one page around today", () => {
  const { pageRows, pageColumns, axis } = layOut({ rowCount: 0, span: null });
  expect([pageRows.length, pageColumns.length]).toEqual([1, 1]);
  expect(axis.originDay).toBeLessThan(TODAY);
  expect(axis.endDay).toBeGreaterThan(TODAY);
});
