import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { chinaCalendar } from "./china-calendar.ts";
import { toIsoDate, weekdayOf } from "./days.ts";
import {
  addWorkingDays,
  countWorkingDays,
  createWorkingCalendar,
  isWorkingDay,
  shiftByWorkingDays,
} from "./working-calendar.ts";

const calendar = createWorkingCalendar(chinaCalendar);
const anyDay = fc.integer({ min: 20_000, max: 21_500 }).map(toIsoDate);
const anyCount = fc.integer({ min: -400, max: 400 });

describe("working calendar", () => {
  test("weekends and holidays are off, make-up days on a weekend are worked", () => {
    expect(isWorkingDay("2026-11-20", calendar)).toBe(true);
    expect(isWorkingDay("2026-11-21", calendar)).toBe(false);
    expect(isWorkingDay("2026-10-01", calendar)).toBe(false);
    expect(isWorkingDay("2026-10-10", calendar)).toBe(true);
  });

  test("counting steps over the long holiday and onto its make-up day", () => {
    expect(addWorkingDays("2026-09-30", { workingDays: 1, calendar })).toBe("2026-10-08");
    expect(addWorkingDays("2026-10-08", { workingDays: 2, calendar })).toBe("2026-10-10");
    expect(addWorkingDays("2026-10-08", { workingDays: -1, calendar })).toBe("2026-09-30");
  });

  test("a step of n working days lands on a working day, with n of them counted on the way", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (day, workingDays) => {
        const reached = addWorkingDays(day, { workingDays, calendar });
        const counted = countWorkingDays({ start: day, end: reached }, calendar);
        expect(isWorkingDay(reached, calendar)).toBe(true);
        expect(counted - (isWorkingDay(day, calendar) ? 1 : 0)).toBe(workingDays);
      }),
    );
  });

  test("from a working day, there and back leads to the same day", () => {
    fc.assert(
      fc.property(anyDay, anyCount, (day, workingDays) => {
        fc.pre(isWorkingDay(day, calendar));
        const there = addWorkingDays(day, { workingDays, calendar });
        expect(addWorkingDays(there, { workingDays: -workingDays, calendar })).toBe(day);
      }),
    );
  });

  test("a shifted item keeps the number of its working days", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), anyCount, (start, length, workingDays) => {
        const end = addWorkingDays(start, { workingDays: length, calendar });
        const before = countWorkingDays({ start, end }, calendar);
        fc.pre(before > 0);
        const moved = shiftByWorkingDays({ start, end }, { workingDays, calendar });
        if (moved.start === null || moved.end === null) throw new Error("A dated item lost a date");
        expect(countWorkingDays({ start: moved.start, end: moved.end }, calendar)).toBe(before);
      }),
    );
  });

  test("an item over a holiday gets longer on the calendar when it is shifted into it", () => {
    const moved = shiftByWorkingDays({ start: "2026-09-28", end: "2026-09-30" }, { workingDays: 1, calendar });
    expect(moved).toEqual({ start: "2026-09-29", end: "2026-10-08" });
  });

  test("missing sides stay missing, inverted spans move side by side, nothing moves by 0", () => {
    const by = (workingDays: number) => ({ workingDays, calendar });
    expect(shiftByWorkingDays({ start: null, end: "2026-11-20" }, by(1))).toEqual({ start: null, end: "2026-11-23" });
    expect(shiftByWorkingDays({ start: "2026-11-20", end: null }, by(-1))).toEqual({ start: "2026-11-19", end: null });
    expect(shiftByWorkingDays({ start: "2026-11-20", end: "2026-11-18" }, by(1))).toEqual({
      start: "2026-11-23",
      end: "2026-11-19",
    });
    const weekend = { start: "2026-11-21", end: "2026-11-22" } as const;
    expect(shiftByWorkingDays(weekend, by(0))).toEqual(weekend);
    expect(shiftByWorkingDays(weekend, by(1))).toEqual({ start: "2026-11-23", end: "2026-11-23" });
  });

  test("counting and stepping is what walking from day to day finds, by whatever rules", { timeout: 180_000 }, () => {
    const someDay = fc.integer({ min: 20_000, max: 20_040 });
    const anyRules = fc.record({
      weekend: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
      holidays: fc.array(someDay.map(toIsoDate), { maxLength: 10 }),
      makeUpDays: fc.array(someDay.map(toIsoDate), { maxLength: 10 }),
    });
    fc.assert(
      fc.property(anyRules, someDay, fc.integer({ min: 0, max: 30 }), (rules, first, length) => {
        const own = createWorkingCalendar(rules);
        const days = Array.from({ length: length + 1 }, (_, index) => toIsoDate(first + index));
        const worked = days.filter((day) => isWorkingDay(day, own));
        const [start, end] = [toIsoDate(first), toIsoDate(first + length)];
        expect(countWorkingDays({ start, end }, own)).toBe(worked.length);
        worked.forEach((day, index) => {
          const [eve, morrow] = [toIsoDate(first - 1), toIsoDate(first + length + 1)];
          expect(addWorkingDays(eve, { workingDays: index + 1, calendar: own })).toBe(day);
          expect(addWorkingDays(morrow, { workingDays: index - worked.length, calendar: own })).toBe(day);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test("ten thousand years are counted like ten days, and there is no working day beyond them", () => {
    const all = { start: "0001-01-01", end: "9999-12-31" } as const;
    const plain = createWorkingCalendar({ weekend: [0, 6], holidays: [], makeUpDays: [] });
    const workingDays = countWorkingDays(all, plain);
    expect(workingDays).toBe(2_608_615);
    expect(addWorkingDays(all.start, { workingDays: workingDays - 1, calendar: plain })).toBe(all.end);
    expect(addWorkingDays(all.end, { workingDays: 1 - workingDays, calendar: plain })).toBe(all.start);
    for (const [day, step] of [
      [all.end, 1],
      [all.start, -1],
    ] as const)
      expect(() => addWorkingDays(day, { workingDays: step, calendar: plain })).toThrow(RangeError);
  });

  test("an inverted span holds no working days, and a week of rest alone is refused", () => {
    expect(countWorkingDays({ start: "2026-11-20", end: "2026-11-19" }, calendar)).toBe(0);
    const idle = { weekend: [0, 1, 2, 3, 4, 5, 6], holidays: [], makeUpDays: [] };
    expect(() => createWorkingCalendar(idle)).toThrow(RangeError);
  });
});

describe("the calendar of mainland China", () => {
  const lunar = new Intl.DateTimeFormat("en-u-ca-chinese", { month: "numeric", day: "numeric", timeZone: "UTC" });
  const lunarDay = (day: string) => lunar.format(new Date(`${day}T00:00:00Z`));

  test("the lunar feasts are days off in every year that it covers", () => {
    const feasts = new Map([
      ["2025-01-29", "1/1"],
      ["2026-02-17", "1/1"],
      ["2025-05-31", "5/5"],
      ["2026-06-19", "5/5"],
      ["2027-06-09", "5/5"],
      ["2025-10-06", "8/15"],
      ["2026-09-25", "8/15"],
      ["2027-09-15", "8/15"],
    ] as const);
    for (const [day, feast] of feasts) {
      expect(lunarDay(day), day).toBe(feast);
      expect(isWorkingDay(day, calendar), day).toBe(false);
    }
  });

  test("the Spring Festival of 2027 begins on the eve of 6 February", () => {
    // Not asked of Intl: its reckoning puts this new moon, minutes before midnight in China, on the next day.
    expect(addWorkingDays("2027-02-04", { workingDays: 1, calendar })).toBe("2027-02-09");
  });

  test("make-up days lie on weekends and are no holidays", () => {
    for (const day of chinaCalendar.makeUpDays) {
      expect([0, 6], day).toContain(weekdayOf(day));
      expect(chinaCalendar.holidays, day).not.toContain(day);
    }
  });

  test("2025 has 248 working days and 2026 the same", () => {
    expect(countWorkingDays({ start: "2025-01-01", end: "2025-12-31" }, calendar)).toBe(248);
    expect(countWorkingDays({ start: "2026-01-01", end: "2026-12-31" }, calendar)).toBe(248);
  });
});
