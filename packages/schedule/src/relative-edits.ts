import { toDayNumber, toIsoDate, weekdayOfNumber, type DayNumber, type IsoDate } from "./days.ts";
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  shiftByWorkingDays,
  type DaySpan,
  type WorkingCalendar,
} from "./working-calendar.ts";
import { workingDayAt, workingDaysBefore } from "./working-index.ts";

/** Where a relative edit puts an item, or why it leaves it alone. */
export type Moved =
  | { readonly kind: "moved"; readonly span: DaySpan }
  | { readonly kind: "left"; readonly why: "no-dates" | "inverted" | "outside-calendar" };

type WholeSpan = { readonly start: IsoDate; readonly end: IsoDate };

/**
 * Moves an item by working days; its length in working days stays. Of an item with one day only, that day moves.
 * An inverted item is left alone by this and the other relative edits, as is one that would leave the years 0001–9999.
 */
export function shiftItem(span: DaySpan, options: { workingDays: number; calendar: WorkingCalendar }): Moved {
  return move(span, {
    whole: (whole) => shiftByWorkingDays(whole, options),
    one: (day) => addWorkingDays(day, options),
  });
}

/**
 * Moves an item so that it starts on a weekday (0 = Sunday), worked or not, at most six days away; its length in working
 * days stays. Of an item with one day only, that day moves.
 */
export function snapItem(
  span: DaySpan,
  {
    weekday,
    toward,
    calendar,
  }: { weekday: number; toward: "earlier" | "later" | "nearest"; calendar: WorkingCalendar },
): Moved {
  const snapDay = (day: IsoDate) => toIsoDate(snapDayNumber(toDayNumber(day), { weekday, toward }));
  return move(span, {
    whole: (whole) => startOn(whole, { start: snapDay(whole.start), calendar }),
    one: snapDay,
  });
}

/**
 * Moves an item as little as it takes to lie within first and last day, its length in working days kept; one that is
 * longer takes all working days in between. An item with one day only is moved to the nearer end.
 */
export function fitItem(span: DaySpan, { within, calendar }: { within: WholeSpan; calendar: WorkingCalendar }): Moved {
  const room = countWorkingDays(within, calendar);
  const first =
    room === 0 || isWorkingDay(within.start, calendar) ? within.start : nextWorkingDay(within.start, calendar);
  const last = room === 0 || isWorkingDay(within.end, calendar) ? within.end : lastWorkingDay(within.end, calendar);
  return move(span, {
    whole: (whole) => {
      if (whole.start >= within.start && whole.end <= within.end) return whole;
      const length = lengthOf(whole, calendar);
      if (length >= room) return { start: first, end: last };
      return whole.start < within.start
        ? { start: first, end: endAfter(first, { length, calendar }) }
        : { start: addWorkingDays(last, { workingDays: 1 - length, calendar }), end: last };
    },
    one: (day) => (day < within.start ? first : day > within.end ? last : day),
  });
}

/**
 * Stretches an item's distance from the anchor and its length, both in working days (a length stays at least one day).
 * A day whose distance stays the same stays where it is. Of an item with one day only, that day moves.
 */
export function scaleItem(
  span: DaySpan,
  { percent, anchor, calendar }: { percent: number; anchor: IsoDate; calendar: WorkingCalendar },
): Moved {
  const scaleDay = (day: IsoDate) => {
    const distance = numberOf(day, calendar) - numberOf(anchor, calendar);
    const scaled = stretch(distance, percent);
    return scaled === distance ? day : dayOf(numberOf(anchor, calendar) + scaled, calendar);
  };
  return move(span, {
    whole: (whole) => {
      const start = scaleDay(whole.start);
      const length = lengthOf(whole, calendar);
      const scaled = Math.max(1, stretch(length, percent));
      if (scaled === length) return startOn(whole, { start, calendar });
      return { start, end: endAfter(start, { length: scaled, calendar }) };
    },
    one: scaleDay,
  });
}

/** The earliest day of all items that a relative edit would move; null where none has a day. */
export function earliestDay(spans: Iterable<DaySpan>): IsoDate | null {
  let earliest: IsoDate | null = null;
  for (const { start, end } of spans) {
    const day = start ?? end;
    if (day === null || (end !== null && end < day)) continue;
    if (earliest === null || day < earliest) earliest = day;
  }
  return earliest;
}

/** Picks what fits an item's dates; what would leave the calendar, or fails to fit a form, is left alone. */
function move(
  { start, end }: DaySpan,
  how: { whole: (span: WholeSpan) => DaySpan; one: (day: IsoDate) => IsoDate },
): Moved {
  if (start !== null && end !== null && start > end) return { kind: "left", why: "inverted" };
  try {
    if (start !== null && end !== null) return { kind: "moved", span: how.whole({ start, end }) };
    if (start !== null) return { kind: "moved", span: { start: how.one(start), end } };
    if (end !== null) return { kind: "moved", span: { start, end: how.one(end) } };
    return { kind: "left", why: "no-dates" };
  } catch (error) {
    if (error instanceof RangeError) return { kind: "left", why: "outside-calendar" };
    throw error;
  }
}

/** The same working days of work from another start on; where the start is the same, nothing moves. */
function startOn(span: WholeSpan, { start, calendar }: { start: IsoDate; calendar: WorkingCalendar }): WholeSpan {
  if (start === span.start) return span;
  return { start, end: endAfter(start, { length: lengthOf(span, calendar), calendar }) };
}

/** Working days of an item; one on days off alone counts as one day of work, as where it is shifted. */
function lengthOf(span: WholeSpan, calendar: WorkingCalendar): number {
  return Math.max(1, countWorkingDays(span, calendar));
}

/** The last of so many working days from a day on, which counts if it is worked. */
function endAfter(start: IsoDate, { length, calendar }: { length: number; calendar: WorkingCalendar }): IsoDate {
  return dayOf(numberOf(start, calendar) + length - 1, calendar);
}

function snapDayNumber(
  day: DayNumber,
  { weekday, toward }: { weekday: number; toward: "earlier" | "later" | "nearest" },
): DayNumber {
  const later = (weekday - weekdayOfNumber(day) + 7) % 7;
  const earlier = (7 - later) % 7;
  const isLater = toward === "later" || (toward === "nearest" && later <= earlier);
  return isLater ? day + later : day - earlier;
}

/** Half a day is rounded away from the anchor, on both of its sides. */
function stretch(days: number, percent: number): number {
  return Math.sign(days) * Math.round((Math.abs(days) * percent) / 100);
}

function nextWorkingDay(day: IsoDate, calendar: WorkingCalendar): IsoDate {
  return addWorkingDays(day, { workingDays: 1, calendar });
}

function lastWorkingDay(day: IsoDate, calendar: WorkingCalendar): IsoDate {
  return addWorkingDays(day, { workingDays: -1, calendar });
}

function numberOf(day: IsoDate, calendar: WorkingCalendar): number {
  return workingDaysBefore(toDayNumber(day), calendar.index);
}

function dayOf(number: number, calendar: WorkingCalendar): IsoDate {
  return toIsoDate(workingDayAt(number, calendar.index));
}
