import type { GanttRow } from "@gantry/gantt";
import { addDays, toDayNumber } from "@gantry/schedule";
import { expect, test } from "vitest";
import { frameOf, pointAt, rowHeightOf, toMinimapScale, xOfDay } from "./minimap-scale.ts";
import { measureDensity, toPixels } from "./paint-bars.ts";

const span = { start: "2026-01-08", end: "2026-03-24" } as const;
const size = { width: 90, height: 40 };
const row = (change: Partial<GanttRow>) =>
  ({ heading: false, shape: "bar", start: "2026-01-08", end: "2026-01-08", overdue: false, ...change }) as GanttRow;

test("a week of air stands before the first and after the last day", () => {
  const scale = toMinimapScale(span, { ...size, rows: 10 });
  expect(xOfDay(scale, toDayNumber("2026-01-01"))).toBe(0);
  expect(xOfDay(scale, toDayNumber("2026-04-01"))).toBe(90);
});

test("a point of the map is the point of the plan under it, and never outside", () => {
  const scale = toMinimapScale(span, { ...size, rows: 1_000 });
  expect(pointAt(scale, { x: 45, y: 20 })).toEqual({ day: toDayNumber("2026-02-15"), row: 500 });
  expect(pointAt(scale, { x: -50, y: 900 })).toEqual({ day: toDayNumber("2026-01-01"), row: 1_000 });
});

test("the frame lies over what is in view, and stays large enough to be seen, inside the map", () => {
  const scale = toMinimapScale(span, { ...size, rows: 50_000 });
  const from = toDayNumber("2026-01-11");
  expect(frameOf(scale, { fromDay: from, toDay: from + 30, fromRow: 25_000, toRow: 25_020 })).toEqual({
    left: 10,
    width: 30,
    top: 20,
    height: 6,
  });
  const beyond = frameOf(scale, { fromDay: from + 400, toDay: from + 500, fromRow: 49_990, toRow: 50_010 });
  expect(beyond.left + beyond.width).toBeLessThanOrEqual(size.width);
  expect(beyond.top + beyond.height).toBeLessThanOrEqual(size.height);
});

test("few rows don't fill the height", () => {
  expect(rowHeightOf(toMinimapScale(span, { ...size, rows: 3 }))).toBe(4);
  expect(rowHeightOf(toMinimapScale(span, { ...size, rows: 0 }))).toBe(0);
});

test("every pixel counts the bars over it, late ones apart; headings and rows without dates count nothing", () => {
  const scale = toMinimapScale({ start: "2026-01-08", end: "2026-01-10" }, { width: 17, height: 2, rows: 4 });
  const density = measureDensity(
    [
      row({}),
      row({ end: "2026-01-10", overdue: true }),
      row({ heading: true }),
      row({ shape: "none", start: null, end: null }),
    ],
    scale,
  );
  const lineOf = (counts: Uint16Array, line: number) => counts.slice(line * 17, (line + 1) * 17).join("");
  expect(lineOf(density.bars, 0)).toBe("00000001000000000");
  expect(lineOf(density.late, 0)).toBe("00000001110000000");
  expect(lineOf(density.bars, 1)).toBe("0".repeat(17));
});

test("an inverted span and one day-long bars in a map of years are still seen", () => {
  const scale = toMinimapScale({ start: "2020-01-01", end: "2030-01-01" }, { width: 20, height: 1, rows: 1 });
  const inverted = measureDensity([row({ start: "2026-01-08", end: "2025-01-08" })], scale);
  expect(inverted.bars.reduce((sum, count) => sum + count)).toBeGreaterThan(1);
  const oneDay = measureDensity([row({ start: addDays("2030-01-01", 0), end: "2030-01-01" })], scale);
  expect(oneDay.bars.reduce((sum, count) => sum + count)).toBe(1);
  const farOff = measureDensity([row({ start: "0001-01-01", end: "0001-01-02" })], scale);
  expect(farOff.bars[0], "a bar beyond the map lies at its edge").toBe(1);
});

test("late bars have their own colour above the others, and more bars are stronger", () => {
  const density = {
    width: 3,
    height: 1,
    bars: Uint16Array.from([0, 1, 4]),
    late: Uint16Array.from([1, 0, 0]),
  };
  const pixels = toPixels(density, { bars: [1, 2, 3], late: [9, 8, 7] });
  expect(Array.from(pixels.subarray(0, 3))).toEqual([9, 8, 7]);
  expect(Array.from(pixels.subarray(4, 7))).toEqual([1, 2, 3]);
  expect(pixels[11]).toBeGreaterThan(pixels[7] ?? 255);
});
