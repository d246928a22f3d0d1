import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chinaCalendar } from "./china-calendar.ts";
import { addDays, type IsoDate, toIsoDate } from "./days.ts";
import { addWork, type PersonLoad, placeWork, remainingHours, shareInWeek, type Work } from "./load.ts";
import { createLoadFrame, type LoadFrame } from "./load-frame.ts";
import { moveToWeek } from "./move-work.ts";
import { countWorkingDays, createWorkingCalendar, isWorkingDay } from "./working-calendar.ts";

const china = createWorkingCalendar(chinaCalendar);
/** Monday, 13 April 2026; the 4th to the 6th were off, 1 to 5 May are, 9 May is worked. */
const today: IsoDate = "2026-04-13";
const frame = createLoadFrame({ calendar: china, today, firstDayOfWeek: 1, weeks: 8 });

const work = (rest: Partial<Work> = {}): Work => ({ personId: "a", start: null, end: null, hours: 8, ...rest });
const loadsOf = (works: readonly Work[], within: LoadFrame = frame) => {
  const loads = new Map<string | null, PersonLoad>();
  for (const one of works) addWork(loads, { work: one, frame: within });
  return loads;
};
const hoursOf = (works: readonly Work[], within: LoadFrame = frame) =>
  [...(loadsOf(works, within).get("a")?.weeks ?? [])].map(([week, { hours }]) => [week, hours]);

const days = fc.integer({ min: 20_300, max: 20_900 }).map(toIsoDate);
const calendars = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 5 }),
    holidays: fc.array(days, { maxLength: 30 }),
    makeUpDays: fc.array(days, { maxLength: 30 }),
  })
  .map(createWorkingCalendar);
const frames = fc
  .record({
    calendar: calendars,
    today: days,
    firstDayOfWeek: fc.constantFrom(0, 1, 6),
    weeks: fc.integer({ min: 1, max: 53 }),
  })
  .map(createLoadFrame);
const works = fc.array(
  fc.record({
    personId: fc.constantFrom("a", "b", null),
    start: fc.option(days),
    end: fc.option(days),
    hours: fc.option(fc.integer({ min: 0, max: 400 })),
  }),
  { maxLength: 40 },
);

describe("weeks", () => {
  test("a holiday shortens its week, a make-up day lengthens its own", () => {
    expect(frame.weeks.slice(2, 4)).toEqual([
      { start: "2026-04-27", workingDays: 4, isShort: true },
      { start: "2026-05-04", workingDays: 4, isShort: true },
    ]);
    expect(countWorkingDays({ start: "2026-05-04", end: "2026-05-10" }, china)).toBe(4);
  });

  test("the first counts from today, and is the next one when nothing of this is left", () => {
    const from = (day: IsoDate) => createLoadFrame({ calendar: china, today: day, firstDayOfWeek: 1, weeks: 1 }).weeks;
    expect(from("2026-04-16")).toEqual([{ start: "2026-04-13", workingDays: 2, isShort: false }]);
    expect(from("2026-04-18")).toEqual([{ start: "2026-04-20", workingDays: 5, isShort: false }]);
  });
});

describe("where work counts", () => {
  test("evenly on the working days of its span, from today on", () => {
    expect(hoursOf([work({ start: "2026-04-16", end: "2026-04-21" })])).toEqual([
      [0, 4],
      [1, 4],
    ]);
    expect(hoursOf([work({ start: "2026-04-01", end: "2026-04-13" })])).toEqual([[0, 8]]);
  });

  test("past its end it counts on the next working day, whole", () => {
    const late = loadsOf([work({ start: "2026-03-02", end: "2026-04-10" })]).get("a");
    expect(late?.weeks.get(0)).toEqual({ items: 1, hours: 8, withoutHours: 0, overdue: 1 });
  });

  test("over a holiday only the days around it count; on days off alone, the next working day does", () => {
    expect(hoursOf([work({ start: "2026-04-30", end: "2026-05-06" })])).toEqual([
      [2, 4],
      [3, 4],
    ]);
    expect(hoursOf([work({ start: "2026-05-01", end: "2026-05-03" })])).toEqual([[3, 8]]);
  });

  test("a make-up day carries work like any other", () => {
    expect(hoursOf([work({ start: "2026-05-09", end: "2026-05-09" })])).toEqual([[3, 8]]);
  });

  test("one date stands for both, and the wrong way round they count in order", () => {
    expect(hoursOf([work({ end: "2026-04-22" })])).toEqual([[1, 8]]);
    expect(hoursOf([work({ start: "2026-04-21", end: "2026-04-16" })])).toEqual([
      [0, 4],
      [1, 4],
    ]);
  });

  test("without hours it counts as an item, without dates aside", () => {
    const load = loadsOf([work({ start: today, hours: null }), work({ hours: 12 })]).get("a");
    expect(load?.weeks.get(0)).toEqual({ items: 1, hours: 0, withoutHours: 1, overdue: 0 });
    expect(load?.unscheduled).toEqual({ items: 1, hours: 12, withoutHours: 0 });
  });

  test("hours are neither lost nor made: those of all weeks, unscheduled and later are all there are", () => {
    fc.assert(
      fc.property(works, frames, (all, within) => {
        const loads = loadsOf(all, within);
        let hours = 0;
        for (const { weeks, unscheduled, later } of loads.values())
          hours += unscheduled.hours + later.hours + [...weeks.values()].reduce((sum, week) => sum + week.hours, 0);
        expect(hours).toBeCloseTo(
          all.reduce((sum, one) => sum + (one.hours ?? 0), 0),
          6,
        );
      }),
    );
  });

  test("a day off takes no hours, and no day more than another: counted day by day it is the same", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), frames, (start, length, within) => {
        const end = addDays(start, length);
        fc.pre(end >= within.today);
        const counted = Array.from({ length: length + 1 }, (_, day) => addDays(start, day)).filter(
          (day) => day >= within.today && isWorkingDay(day, within.calendar),
        );
        fc.pre(counted.length > 0);
        const place = placeWork({ start, end }, within);
        for (const [week, { start: monday }] of within.weeks.entries()) {
          const inWeek = counted.filter((day) => day >= monday && day < addDays(monday, 7)).length;
          expect(shareInWeek(place, { week, frame: within })).toBeCloseTo(inWeek / counted.length, 9);
        }
      }),
    );
  });
});

describe("hours that are left", () => {
  test("are what is expected, less what is done; zero expected is none given", () => {
    expect(remainingHours({ expectedHours: 40, progress: 25 })).toBe(30);
    expect(remainingHours({ expectedHours: 0, progress: 0 })).toBeNull();
    expect(remainingHours({ expectedHours: null, progress: 50 })).toBeNull();
  });
});

describe("moving to another week", () => {
  test("keeps the place in the week and the length in working days", () => {
    expect(moveToWeek({ start: "2026-04-22", end: "2026-04-23", hours: 8 }, { from: 1, to: 2, frame })).toEqual({
      kind: "shift",
      workingDays: 5,
      span: { start: "2026-04-29", end: "2026-04-30" },
    });
  });

  test("what has begun, or is past its end, begins in that week", () => {
    const begun = moveToWeek({ start: "2026-04-07", end: "2026-04-14", hours: 8 }, { from: 0, to: 1, frame });
    expect(begun).toMatchObject({ span: { start: "2026-04-20", end: "2026-04-27" } });
    const late = moveToWeek({ start: "2026-03-30", end: "2026-03-31", hours: 8 }, { from: 0, to: 1, frame });
    expect(late).toMatchObject({ span: { start: "2026-04-20", end: "2026-04-21" } });
  });

  test("without dates it takes the days that its hours fill", () => {
    const wish = { from: null, to: 1, frame };
    expect(moveToWeek({ start: null, end: null, hours: 20 }, wish)).toEqual({
      kind: "date",
      span: { start: "2026-04-20", end: "2026-04-22" },
    });
    expect(moveToWeek({ start: null, end: null, hours: null }, wish)).toMatchObject({ span: { end: "2026-04-20" } });
  });

  test("a week without working days takes nothing, nor does an inverted item move", () => {
    const holidays = Array.from({ length: 7 }, (_, day) => addDays("2026-04-20", day));
    const calendar = createWorkingCalendar({ weekend: [0, 6], holidays, makeUpDays: [] });
    const off = createLoadFrame({ calendar, today, firstDayOfWeek: 1, weeks: 3 });
    const item = { start: today, end: today, hours: 8 };
    expect(moveToWeek(item, { from: 0, to: 1, frame: off })).toEqual({ kind: "stay", why: "no-working-day" });
    const inverted = { start: "2026-04-15", end: "2026-04-14", hours: 8 } as const;
    expect(moveToWeek(inverted, { from: 0, to: 2, frame })).toEqual({ kind: "stay", why: "inverted" });
  });

  test("whatever it is, work counts in the week that it was moved to", () => {
    fc.assert(
      fc.property(frames, days, fc.nat({ max: 20 }), fc.nat({ max: 52 }), (within, start, length, wanted) => {
        const span = { start, end: addDays(start, length) };
        const to = wanted % within.weeks.length;
        const from = within.weeks.findIndex(
          (_, week) => shareInWeek(placeWork(span, within), { week, frame: within }) > 0,
        );
        fc.pre(from >= 0);
        const move = moveToWeek({ ...span, hours: 8 }, { from, to, frame: within });
        fc.pre(move.kind !== "stay");
        expect(shareInWeek(placeWork(move.span, within), { week: to, frame: within })).toBeGreaterThan(0);
      }),
    );
  });
});
