import { addDays, toDayNumber, toIsoDate, type IsoDate } from "@gantry/schedule";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { editDays, FIRST_DAY, LAST_DAY, progressAt, shiftBounds, type BarEdit, type BarGesture } from "./bar-edit.ts";

const anyBar = fc
  .record({
    start: fc.integer({ min: -20_000, max: 40_000 }),
    days: fc.integer({ min: 0, max: 800 }),
    progress: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ start, days, progress }): BarEdit => ({ start, end: start + days, progress }));
const anyDays = fc.integer({ min: -900, max: 900 });

describe("moving and resizing a bar", () => {
  test("moves both ends by the same days and keeps its length", () => {
    fc.assert(
      fc.property(anyBar, anyDays, (bar, days) => {
        const moved = editDays(bar, { gesture: "move", days });
        expect(moved).toEqual({ start: bar.start + days, end: bar.end + days, progress: bar.progress });
      }),
    );
  });

  test("leaves the other end where it is, and never turns the bar over", () => {
    fc.assert(
      fc.property(anyBar, anyDays, fc.constantFrom<BarGesture>("resize-start", "resize-end"), (bar, days, gesture) => {
        const resized = editDays(bar, { gesture, days });
        expect(resized.end).toBeGreaterThanOrEqual(resized.start);
        expect(gesture === "resize-start" ? resized.end : resized.start).toBe(
          gesture === "resize-start" ? bar.end : bar.start,
        );
      }),
    );
  });

  test("there and back again restores the bar", () => {
    fc.assert(
      fc.property(anyBar, anyDays, (bar, days) => {
        const there = editDays(bar, { gesture: "move", days });
        expect(editDays(there, { gesture: "move", days: -days })).toEqual(bar);
      }),
    );
  });
});

describe("in every time zone", () => {
  const zone = process.env["TZ"];
  afterEach(() => {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });

  test.each([
    "UTC",
    "Asia/Shanghai",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
  ])("%s: a moved bar lands on the day that the calendar says", (timeZone) => {
    process.env["TZ"] = timeZone;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), anyDays, (start, days) => {
        const from = toIsoDate(start);
        const moved = editDays(
          { start: toDayNumber(from), end: toDayNumber(from), progress: 0 },
          { gesture: "move", days },
        );
        expect(toIsoDate(moved.start)).toBe(isoByUtc(from, days));
        expect(addDays(from, days)).toBe(isoByUtc(from, days));
      }),
    );
  });
});

/** The same by the platform's own calendar. */
function isoByUtc(day: IsoDate, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

describe("progress at a pixel", () => {
  test("is a whole percentage of the bar's width, never beyond 0 and 100", () => {
    expect(progressAt(150, { x: 100, width: 200 })).toBe(25);
    expect(progressAt(20, { x: 100, width: 200 })).toBe(0);
    expect(progressAt(999, { x: 100, width: 200 })).toBe(100);
  });
});

describe("the ends of the calendar", () => {
  const anyShift = fc.integer({ min: -5_000_000, max: 5_000_000 });
  const anyGesture = fc.constantFrom<BarGesture>("move", "resize-start", "resize-end");

  test("stop a move whole", () => {
    fc.assert(
      fc.property(anyBar, anyShift, (bar, days) => {
        const after = editDays(bar, { gesture: "move", days });
        expect(after.end - after.start).toBe(bar.end - bar.start);
      }),
    );
  });

  test("are never passed, by any gesture of any length", () => {
    fc.assert(
      fc.property(anyBar, anyShift, anyGesture, (bar, days, gesture) => {
        const after = editDays(bar, { gesture, days });
        expect(after.start).toBeGreaterThanOrEqual(FIRST_DAY);
        expect(after.end).toBeLessThanOrEqual(LAST_DAY);
        expect(after.start).toBeLessThanOrEqual(after.end);
        expect(() => [toIsoDate(after.start), toIsoDate(after.end)]).not.toThrow();
      }),
    );
  });
});

describe("how far bars may go together", () => {
  const limits = { from: 0, to: 1_000 };
  const bar = (start: number, end: number): BarEdit => ({ start, end, progress: 0 });

  test("is as far as the one that is nearest to a limit", () => {
    const lead = bar(100, 110);
    const bounds = shiftBounds([lead, bar(20, 40), bar(900, 990)], limits);
    expect(bounds("move", lead)).toEqual({ from: -20, to: 10 });
  });

  test("lets a bar that is outside come back, and go no farther out", () => {
    const lead = bar(1_500, 1_510);
    expect(shiftBounds([lead], limits)("move", lead)).toEqual({ from: -1_500, to: 0 });
  });

  test("lets an end go to the other end or to the limit", () => {
    const lead = bar(100, 110);
    const bounds = shiftBounds([lead], limits);
    expect(bounds("resize-start", lead)).toEqual({ from: -100, to: 10 });
    expect(bounds("resize-end", lead)).toEqual({ from: -10, to: 890 });
  });
});
