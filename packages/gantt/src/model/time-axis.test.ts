import { toDayNumber, toIsoDate } from "@gantry/schedule";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GanttScale } from "../types.ts";
import { clampPxPerDay, SCALE_SHAPES, scaleAt } from "./scale.ts";
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

describe("what a gesture or a zoom reached", () => {
  const axisOf = (reach: { from: number; to: number } | null, now = today) =>
    createTimeAxis({ scale: "week", span: null, today: now, viewWidthPx: 1_000, reach });

  test("is on the axis, beyond the margin of the bars", () => {
    const axis = axisOf({ from: today - 400, to: today + 900 });
    expect(axis.originDay).toBeLessThanOrEqual(today - 400);
    expect(axis.endDay).toBeGreaterThan(today + 900);
  });

  test("never makes it shorter than the bars do", () => {
    expect(axisOf({ from: today, to: today })).toEqual(axisOf(null));
  });

  test("ends forty years from today, and within the calendar whatever today is", () => {
    const far = { from: -5_000_000, to: 5_000_000 };
    for (const now of [today, toDayNumber("0001-01-01"), toDayNumber("9999-12-31")]) {
      const { originDay, endDay } = axisOf(far, now);
      expect(() => [toIsoDate(originDay), toIsoDate(endDay)]).not.toThrow();
      expect(endDay - originDay).toBeLessThan(366 * 82);
    }
  });
});

describe("the scale of a width of a day", () => {
  test("is the one whose own width it is, or that it comes nearest to", () => {
    for (const [scale, { pxPerDay, leastPxPerDay }] of Object.entries(SCALE_SHAPES)) {
      expect(scaleAt(pxPerDay)).toBe(scale);
      expect(scaleAt(leastPxPerDay)).toBe(scale);
    }
    expect([96, 23.9, 7.9, 2.3, 0.99, 0.01].map(scaleAt)).toEqual(["day", "week", "month", "quarter", "year", "year"]);
  });

  test("stays between what a header can show and what a screen can", () => {
    expect([0, 0.5, 10_000].map(clampPxPerDay)).toEqual([0.2, 0.5, 96]);
  });

  test("makes a day narrower from scale to scale", () => {
    const widths = Object.values(SCALE_SHAPES).map((shape) => shape.pxPerDay);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });
});
