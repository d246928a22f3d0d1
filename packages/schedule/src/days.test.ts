import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { addDays, daysBetween, toDayNumber, toIsoDate, weekdayOf, type IsoDate } from "./days.ts";

const anyDayNumber = fc.integer({ min: -719_162, max: 2_932_896 });

describe("days", () => {
  test("every day of the years 0001–9999 survives the way there and back", () => {
    fc.assert(
      fc.property(anyDayNumber, (day) => {
        expect(toDayNumber(toIsoDate(day))).toBe(day);
      }),
    );
    expect(toIsoDate(-719_162)).toBe("0001-01-01");
    expect(toIsoDate(2_932_896)).toBe("9999-12-31");
  });

  test("every day of 400 years, and of the first and last ones, has the number that Date gives it", () => {
    const spans = [
      ["0001-01-01", "0005-03-02"],
      ["1799-12-30", "2200-01-02"],
      ["9995-12-31", "9999-12-31"],
    ] as const;
    const wrong: string[] = [];
    for (const [first, last] of spans) {
      for (let ms = Date.parse(`${first}T00:00:00Z`); ms <= Date.parse(`${last}T00:00:00Z`); ms += 86_400_000) {
        const day = new Date(ms).toISOString().slice(0, 10);
        if (toDayNumber(day as IsoDate) !== ms / 86_400_000) wrong.push(day);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("adding days and counting them agree", () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 300_000 }), fc.integer({ min: -9999, max: 9999 }), (day, days) => {
        const from = toIsoDate(day);
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test("the text order of days is their order in time", () => {
    fc.assert(
      fc.property(anyDayNumber, anyDayNumber, (left, right) => {
        expect(toIsoDate(left) < toIsoDate(right)).toBe(left < right);
      }),
    );
  });

  test("a text that is no day of the calendar is refused", () => {
    const texts = ["2026-02-30", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "2026-1-1", ""];
    for (const text of [...texts, "2026-11-22T00:00:00Z", "+12026-01-01", "abcd-ef-gh"])
      expect(() => toDayNumber(text as IsoDate), text).toThrow(RangeError);
    expect(toDayNumber("2024-02-29")).toBe(19_782);
  });

  test("days before year 1, after year 9999 and fractions of a day are refused", () => {
    for (const day of [-719_163, 2_932_897, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => toIsoDate(day), String(day)).toThrow(RangeError);
  });

  test("weekdays go on by one each day, before 1970 too", () => {
    expect(weekdayOf("2026-11-22")).toBe(0);
    expect(weekdayOf("1969-12-31")).toBe(3);
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 700_000 }), (day) => {
        expect(weekdayOf(toIsoDate(day + 1))).toBe((weekdayOf(toIsoDate(day)) + 1) % 7);
      }),
    );
  });
});
