import { toDayNumber, toIsoDate, type IsoDate } from "@gantry/schedule";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDay } from "./read-day.ts";

const FIRST_DAY = toDayNumber("0001-01-01");
const LAST_DAY = toDayNumber("9999-12-31");

describe("a day that is read", () => {
  test("is the calendar's, on every day from 1890 to 2110 and at the ends of the calendar", () => {
    const first = toDayNumber("1890-01-01");
    const days = Array.from({ length: toDayNumber("2110-12-31") - first + 1 }, (_, index) => first + index);
    expect(days.filter((day) => readDay(toIsoDate(day)) !== day)).toEqual([]);
    expect([readDay("0001-01-01"), readDay("9999-12-31")]).toEqual([FIRST_DAY, LAST_DAY]);
  });

  test("is the calendar's on any day of any year", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), (day) => {
        expect(readDay(toIsoDate(day))).toBe(day);
      }),
      { numRuns: 5_000 },
    );
  });

  test("is none where the calendar has none", () => {
    const texts = ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-01", "0000-01-01", "", "2026-04-1x"];
    expect(texts.map(readDay)).toEqual(texts.map(() => null));
    expect([readDay("1900-02-29"), readDay("2000-02-29")]).toEqual([null, toDayNumber("2000-02-29")]);
  });

  test("is read exactly where the calendar reads it", () => {
    const calendarReads = (text: string) => {
      try {
        return toDayNumber(text as IsoDate);
      } catch {
        return null;
      }
    };
    const digit = fc.constantFrom("0", "1", "2", "3", "4", "5", "9");
    const text = fc
      .tuple(digit, digit, digit, digit, digit, digit)
      .map(([a, b, c, d, e, f]) => `20${a}${b}-${c}${d}-${e}${f}`);
    fc.assert(
      fc.property(text, (value) => {
        expect(readDay(value)).toBe(calendarReads(value));
      }),
      { numRuns: 5_000 },
    );
  });
});
