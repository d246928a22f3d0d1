import { toDayNumber, toIsoDate } from "@gantry/schedule";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GanttScale } from "../types.ts";
import { scaleThatFits, SCALE_SHAPES } from "./scale.ts";
import { createTimeAxis, dayToX, dragDays, xToDay } from "./time-axis.ts";

const today = toDayNumber("2026-04-15");
const anyScale = fc.constantFrom<GanttScale>("day", "week", "month", "quarter", "year");
const anyOffset = fc.integer({ min: -3_000, max: 3_000 });

describe("the time axis", () => {
  test("gives every pixel of a day that day, at every scale", () => {
    fc.assert(
      fc.property(anyScale, anyOffset, fc.double({ min: 0, max: 0.999, noNaN: true }), (scale, offset, within) => {
        const day = today + offset;
        const axis = createTimeAxis({ scale, span: { from: day, to: day }, today, viewWidthPx: 1_000 });
        expect(xToDay(axis, dayToX(axis, day) + within * axis.pxPerDay * 0.999)).toBe(day);
      }),
      { numRuns: 2_000 },
    );
  });

  test("turns a drag to another day into exactly the days between, at every scale", () => {
    fc.assert(
      fc.property(anyScale, anyOffset, anyOffset, (scale, from, to) => {
        const axis = createTimeAxis({ scale, span: null, today, viewWidthPx: 1_000 });
        expect(dragDays(axis, dayToX(axis, to) - dayToX(axis, from))).toBe(to - from === 0 ? 0 : to - from);
      }),
      { numRuns: 2_000 },
    );
  });

  test("never gives a negative zero for a drag of less than half a day", () => {
    const axis = createTimeAxis({ scale: "day", span: null, today, viewWidthPx: 1_000 });
    expect(Object.is(dragDays(axis, -3), 0)).toBe(true);
  });

  test("holds all bars and today, with room at both ends, and fills the view", () => {
    fc.assert(
      fc.property(anyScale, anyOffset, anyOffset, (scale, a, b) => {
        const span = { from: today + Math.min(a, b), to: today + Math.max(a, b) };
        const axis = createTimeAxis({ scale, span, today, viewWidthPx: 2_000 });
        expect(axis.originDay).toBeLessThan(Math.min(span.from, today));
        expect(axis.endDay).toBeGreaterThan(Math.max(span.to, today) + 1);
        expect(axis.widthPx).toBeGreaterThanOrEqual(2_000);
      }),
    );
  });

  test("begins on a whole unit of its upper header row", () => {
    const axis = createTimeAxis({ scale: "week", span: null, today, viewWidthPx: 500 });
    expect(toIsoDate(axis.originDay).slice(8)).toBe("01");
  });

  test("stays within what a browser can lay out when a date is absurd", () => {
    const span = { from: toDayNumber("0001-01-01"), to: toDayNumber("9999-12-31") };
    const axis = createTimeAxis({ scale: "day", span, today, viewWidthPx: 1_000 });
    expect(axis.widthPx).toBeLessThan(4_000_000);
    expect(toIsoDate(axis.originDay) < "1990").toBe(true);
  });
});

describe("the scale that fits", () => {
  test("is the finest at which the days are not wider than the view", () => {
    expect(scaleThatFits(20, 1_000)).toBe("day");
    expect(scaleThatFits(60, 1_000)).toBe("week");
    expect(scaleThatFits(200, 1_000)).toBe("month");
    expect(scaleThatFits(600, 1_000)).toBe("quarter");
    expect(scaleThatFits(10_000, 1_000)).toBe("year");
  });

  test("makes a day narrower from scale to scale", () => {
    const widths = Object.values(SCALE_SHAPES).map((shape) => shape.pxPerDay);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });
});
