import { toDayNumber, toIsoDate, type IsoDate } from "@gantry/schedule";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWeekendDay, startOfNextUnit, startOfUnit, unitStarts, type CalendarUnit } from "./calendar.ts";

const anyDay = fc.integer({ min: toDayNumber("1900-01-01"), max: toDayNumber("2199-12-31") });
const anyUnit = fc.constantFrom<CalendarUnit>("day", "week", "month", "quarter", "year");
const startOf = (day: IsoDate, unit: CalendarUnit) => toIsoDate(startOfUnit(toDayNumber(day), unit));
const nextOf = (day: IsoDate, unit: CalendarUnit) => toIsoDate(startOfNextUnit(toDayNumber(day), unit));

describe("calendar units", () => {
  test("begin on Monday, on the first of the month, of the quarter and of the year", () => {
    expect(startOf("2026-04-15", "week")).toBe("2026-04-13");
    expect(startOf("2026-04-13", "week")).toBe("2026-04-13");
    expect(startOf("2026-04-19", "week")).toBe("2026-04-13");
    expect(startOf("2026-06-30", "month")).toBe("2026-06-01");
    expect(startOf("2026-06-30", "quarter")).toBe("2026-04-01");
    expect(startOf("2026-06-30", "year")).toBe("2026-01-01");
  });

  test("follow each other over the turn of the year and over a leap day", () => {
    expect(nextOf("2027-12-31", "month")).toBe("2028-01-01");
    expect(nextOf("2028-02-01", "month")).toBe("2028-03-01");
    expect(nextOf("2027-10-05", "quarter")).toBe("2028-01-01");
    expect(nextOf("2028-02-29", "year")).toBe("2029-01-01");
    expect(nextOf("2028-02-28", "day")).toBe("2028-02-29");
  });

  test("hold every day exactly once, whatever the unit", () => {
    fc.assert(
      fc.property(anyDay, anyUnit, (day, unit) => {
        const start = startOfUnit(day, unit);
        const next = startOfNextUnit(day, unit);
        expect(start).toBeLessThanOrEqual(day);
        expect(next).toBeGreaterThan(day);
        expect(startOfUnit(next - 1, unit)).toBe(start);
        expect(startOfUnit(next, unit)).toBe(next);
      }),
      { numRuns: 2_000 },
    );
  });

  test("of a range are all that touch it", () => {
    const range = { from: toDayNumber("2026-03-30"), to: toDayNumber("2026-05-02") };
    expect(unitStarts("month", range).map(toIsoDate)).toEqual(["2026-03-01", "2026-04-01", "2026-05-01"]);
    expect(unitStarts("week", range)).toHaveLength(5);
  });

  test("know Saturday and Sunday, also before 1970", () => {
    expect(isWeekendDay(toDayNumber("2026-04-18"))).toBe(true);
    expect(isWeekendDay(toDayNumber("2026-04-19"))).toBe(true);
    expect(isWeekendDay(toDayNumber("2026-04-20"))).toBe(false);
    expect(isWeekendDay(toDayNumber("1969-12-27"))).toBe(true);
  });
});
