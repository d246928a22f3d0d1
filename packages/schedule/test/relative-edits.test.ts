import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  createWorkingCalendar,
  type DayNumber,
  type DaySpan,
  earliestDay,
  fitItem,
  type IsoDate,
  isWorkingDay,
  type Moved,
  scaleItem,
  shiftItem,
  snapItem,
  toDayNumber,
  toIsoDate,
  type WorkingCalendar,
  weekdayOf,
} from "../src/index.ts";

const PATIENT = { timeout: 180_000 };
const MANY = { numRuns: 5_000 };
const FIRST_DAY = 20_000;

const anyDay = fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 60 });
const anyCalendar = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
    holidays: fc.uniqueArray(anyDay, { maxLength: 12 }),
    makeUpDays: fc.uniqueArray(anyDay, { maxLength: 12 }),
  })
  .map(({ weekend, holidays, makeUpDays }) =>
    createWorkingCalendar({
      weekend,
      holidays: holidays.map(toIsoDate),
      makeUpDays: makeUpDays.map(toIsoDate),
    }),
  );
const anyWhole = fc
  .record({ first: anyDay, length: fc.integer({ min: 0, max: 14 }) })
  .map(({ first, length }) => ({ start: toIsoDate(first), end: toIsoDate(first + length) }));
const weekday = fc.integer({ min: 0, max: 6 });
const toward = fc.constantFrom("earlier" as const, "later" as const, "nearest" as const);
const percent = fc.integer({ min: 10, max: 1000 });

function spanOf(moved: Moved): DaySpan {
  if (moved.kind === "left") throw new Error(`Left alone: ${moved.why}`);
  return moved.span;
}

function wholeOf(moved: Moved): { start: IsoDate; end: IsoDate } {
  const { start, end } = spanOf(moved);
  if (start === null || end === null) throw new Error("A date was lost");
  return { start, end };
}

/** Worked days of a span, counted day by day. */
function workedIn(span: { start: IsoDate; end: IsoDate }, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day: DayNumber = toDayNumber(span.start); day <= toDayNumber(span.end); day += 1)
    if (isWorkingDay(toIsoDate(day), calendar)) count += 1;
  return count;
}

/** Worked days from one day up to, not with, another; negative backwards. */
function workedBetween(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): number {
  const [first, last] = [toDayNumber(from), toDayNumber(to)];
  if (first === last) return 0;
  const [low, high] = first < last ? [first, last] : [last, first];
  return Math.sign(last - first) * workedIn({ start: toIsoDate(low), end: toIsoDate(high - 1) }, calendar) + 0;
}

describe("snapping to a weekday", () => {
  test("starts on it, at most six days away on the asked side, with as many working days as before", PATIENT, () => {
    fc.assert(
      fc.property(anyWhole, anyCalendar, weekday, toward, (span, calendar, day, side) => {
        const snapped = wholeOf(snapItem(span, { weekday: day, toward: side, calendar }));
        const days = toDayNumber(snapped.start) - toDayNumber(span.start);
        expect(weekdayOf(snapped.start)).toBe(day);
        const [least, most] = { earlier: [-6, 0], later: [0, 6], nearest: [-3, 3] }[side] ?? [];
        expect(days).toBeGreaterThanOrEqual(least ?? Number.NaN);
        expect(days).toBeLessThanOrEqual(most ?? Number.NaN);
        const worked = workedIn(span, calendar);
        expect(workedIn(snapped, calendar)).toBe(days === 0 ? worked : Math.max(1, worked));
        expect(days !== 0 || snapped.end === span.end).toBe(true);
        expect(wholeOf(snapItem(snapped, { weekday: day, toward: side, calendar }))).toEqual(snapped);
      }),
      MANY,
    );
  });
});

describe("fitting into a sprint", () => {
  test("lies inside, moves no further than it must, and is cut only where the sprint is too short", PATIENT, () => {
    fc.assert(
      fc.property(anyWhole, anyWhole, anyCalendar, (span, within, calendar) => {
        const fitted = wholeOf(fitItem(span, { within, calendar }));
        expect(fitted.start >= within.start && fitted.end <= within.end && fitted.start <= fitted.end).toBe(true);
        const room = workedIn(within, calendar);
        const length = Math.max(1, workedIn(span, calendar));
        const isInside = span.start >= within.start && span.end <= within.end;
        expect(isInside ? fitted : null).toEqual(isInside ? span : null);
        expect(isInside ? Math.min(length, room) : workedIn(fitted, calendar)).toBe(Math.min(length, room));
        // Moved to the edge that it stuck out of: no worked day of the sprint lies before it, or none after it.
        const gap =
          span.start < within.start
            ? workedBetween(within.start, fitted.start, calendar)
            : workedBetween(addDays(fitted.end, 1), addDays(within.end, 1), calendar);
        expect(isInside ? 0 : gap).toBe(0);
        expect(wholeOf(fitItem(fitted, { within, calendar }))).toEqual(fitted);
      }),
      MANY,
    );
  });
});

describe("scaling", () => {
  test("stretches the distance from the anchor and the length, in working days, rounded", PATIENT, () => {
    fc.assert(
      fc.property(anyWhole, anyDay, anyCalendar, percent, (span, anchorDay, calendar, share) => {
        const anchor = toIsoDate(anchorDay);
        const scaled = wholeOf(scaleItem(span, { percent: share, anchor, calendar }));
        const distance = workedBetween(anchor, span.start, calendar);
        const wanted = Math.sign(distance) * Math.round((Math.abs(distance) * share) / 100);
        expect(workedBetween(anchor, scaled.start, calendar)).toBe(wanted + 0);
        expect(wanted !== distance || scaled.start === span.start).toBe(true);
        const length = Math.max(1, workedIn(span, calendar));
        const isUntouched = scaled.start === span.start && scaled.end === span.end;
        expect(isUntouched ? length : workedIn(scaled, calendar)).toBe(Math.max(1, Math.round((length * share) / 100)));
      }),
      MANY,
    );
  });

  test("by a hundred percent changes nothing", () => {
    fc.assert(
      fc.property(anyWhole, anyDay, anyCalendar, (span, anchor, calendar) => {
        expect(wholeOf(scaleItem(span, { percent: 100, anchor: toIsoDate(anchor), calendar }))).toEqual(span);
      }),
    );
  });

  test("keeps the order in which items start", () => {
    fc.assert(
      fc.property(fc.tuple(anyWhole, anyWhole), anyCalendar, percent, ([one, other], calendar, share) => {
        const anchor = earliestDay([one, other]);
        if (anchor === null) throw new Error("No anchor");
        const [early, late] = one.start <= other.start ? [one, other] : [other, one];
        const [first, second] = [early, late].map((span) =>
          wholeOf(scaleItem(span, { percent: share, anchor, calendar })),
        );
        // A day off and the working day after it are the same distance away.
        expect(workedBetween(first?.start ?? anchor, second?.start ?? anchor, calendar)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

const calendar = createWorkingCalendar({ weekend: [0, 6], holidays: ["2026-10-01"], makeUpDays: ["2026-10-10"] });
/** 2026-10-05 is a Monday, 2026-10-10 a worked Saturday. */
const sprint = { start: "2026-10-05", end: "2026-10-16" } as const;
const edits: Record<string, (span: DaySpan) => Moved> = {
  shift: (span) => shiftItem(span, { workingDays: 2, calendar }),
  snap: (span) => snapItem(span, { weekday: 1, toward: "later", calendar }),
  fit: (span) => fitItem(span, { within: sprint, calendar }),
  scale: (span) => scaleItem(span, { percent: 200, anchor: "2026-09-28", calendar }),
};

describe("an item that has not both of its days in order", () => {
  test("one day alone moves by itself, and the other stays missing", () => {
    const moved = Object.entries(edits).map(([name, edit]) => [
      name,
      spanOf(edit({ start: "2026-09-30", end: null })),
      spanOf(edit({ start: null, end: "2026-09-30" })),
    ]);
    const both = (day: IsoDate) => [
      { start: day, end: null },
      { start: null, end: day },
    ];
    expect(moved).toEqual([
      ["shift", ...both("2026-10-05")],
      ["snap", ...both("2026-10-05")],
      ["fit", ...both("2026-10-05")],
      ["scale", ...both("2026-10-05")],
    ]);
  });

  test("without days, with days the wrong way round, or pushed out of the calendar it is left alone, and said so", () => {
    for (const [name, edit] of Object.entries(edits)) {
      expect(edit({ start: null, end: null }), name).toEqual({ kind: "left", why: "no-dates" });
      expect(edit({ start: "2026-10-09", end: "2026-10-08" }), name).toEqual({ kind: "left", why: "inverted" });
    }
    const last = { start: "9999-12-31", end: "9999-12-31" } as const;
    const first = { start: "0001-01-01", end: "0001-01-01" } as const;
    const outside = { kind: "left", why: "outside-calendar" };
    expect(shiftItem(last, { workingDays: 1, calendar })).toEqual(outside);
    expect(shiftItem(first, { workingDays: -1, calendar })).toEqual(outside);
    expect(snapItem(last, { weekday: 1, toward: "later", calendar })).toEqual(outside);
    expect(snapItem(first, { weekday: 0, toward: "earlier", calendar })).toEqual(outside);
    expect(scaleItem(last, { percent: 1000, anchor: "2026-01-01", calendar })).toEqual(outside);
    expect(spanOf(fitItem(last, { within: sprint, calendar }))).toEqual({ start: "2026-10-16", end: "2026-10-16" });
  });

  test("the anchor is the earliest day of those that can move", () => {
    expect(
      earliestDay([
        { start: "2026-10-09", end: "2026-10-12" },
        { start: null, end: "2026-10-08" },
        { start: "2026-09-09", end: "2026-09-01" },
        { start: null, end: null },
      ]),
    ).toBe("2026-10-08");
    expect(earliestDay([{ start: null, end: null }])).toBeNull();
  });
});

test("make-up days are worked days: a task keeps its length over them", () => {
  const span = { start: "2026-10-08", end: "2026-10-09" } as const;
  expect(spanOf(shiftItem(span, { workingDays: 1, calendar }))).toEqual({ start: "2026-10-09", end: "2026-10-10" });
  expect(spanOf(snapItem(span, { weekday: 5, toward: "later", calendar }))).toEqual({
    start: "2026-10-09",
    end: "2026-10-10",
  });
});
