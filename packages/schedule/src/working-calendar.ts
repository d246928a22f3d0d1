import { toDayNumber, toIsoDate, weekdayOfNumber, type DayNumber, type IsoDate } from "./days.ts";
import { createWorkingIndex, workingDayAt, workingDaysBefore, type WorkingIndex } from "./working-index.ts";

/** What a team works by, as it is written down (Settings). */
export type CalendarRules = {
  /** Weekdays off, 0 = Sunday. At least one weekday must be left to work on. */
  readonly weekend: readonly number[];
  readonly holidays: readonly IsoDate[];
  /** Days of a weekend that are worked (调休); they win over holidays. */
  readonly makeUpDays: readonly IsoDate[];
};

/** The same, ready for counting. */
export type WorkingCalendar = {
  readonly weekend: ReadonlySet<number>;
  readonly holidays: ReadonlySet<DayNumber>;
  readonly makeUpDays: ReadonlySet<DayNumber>;
  readonly index: WorkingIndex;
};

/** First and last day, both inclusive; either may be missing. */
export type DaySpan = { readonly start: IsoDate | null; readonly end: IsoDate | null };

/** Throws a RangeError where no weekday is left to work on, or a day is no day. */
export function createWorkingCalendar(rules: CalendarRules): WorkingCalendar {
  const weekend = new Set(rules.weekend);
  if ([0, 1, 2, 3, 4, 5, 6].every((weekday) => weekend.has(weekday)))
    throw new RangeError("A working calendar needs at least one working weekday");
  const holidays = new Set(rules.holidays.map(toDayNumber));
  const makeUpDays = new Set(rules.makeUpDays.map(toDayNumber));
  return { weekend, holidays, makeUpDays, index: createWorkingIndex({ weekend, holidays, makeUpDays }) };
}

export function isWorkingDay(day: IsoDate, calendar: WorkingCalendar): boolean {
  return isWorking(toDayNumber(day), calendar);
}

/** Worked (make-up days too), off by the week, or off by a holiday. */
export function dayKindOf(day: IsoDate, calendar: WorkingCalendar): "working" | "weekend" | "holiday" {
  const dayNumber = toDayNumber(day);
  if (isWorking(dayNumber, calendar)) return "working";
  return calendar.holidays.has(dayNumber) ? "holiday" : "weekend";
}

/**
 * The n-th working day after `day` (before it, for a negative n); 0 leaves the day as it is, worked or not.
 * Throws a RangeError past the years 0001–9999.
 */
export function addWorkingDays(
  day: IsoDate,
  { workingDays, calendar }: { workingDays: number; calendar: WorkingCalendar },
): IsoDate {
  if (workingDays === 0) return day;
  const from = toDayNumber(day);
  const number = workingDays + workingDaysBefore(workingDays > 0 ? from + 1 : from, calendar.index);
  return toIsoDate(workingDayAt(workingDays > 0 ? number - 1 : number, calendar.index));
}

/** Working days from start to end, both inclusive; 0 when the span is inverted. */
export function countWorkingDays(span: { start: IsoDate; end: IsoDate }, calendar: WorkingCalendar): number {
  const [first, last] = [toDayNumber(span.start), toDayNumber(span.end)];
  if (first > last) return 0;
  return workingDaysBefore(last + 1, calendar.index) - workingDaysBefore(first, calendar.index);
}

/**
 * Moves an item by working days and keeps the number of its working days, so that a task over a holiday gets longer on
 * the calendar, not shorter in work. A missing side stays missing; an inverted span moves side by side.
 * Throws a RangeError past the years 0001–9999.
 */
export function shiftByWorkingDays(
  span: DaySpan,
  { workingDays, calendar }: { workingDays: number; calendar: WorkingCalendar },
): DaySpan {
  const move = (day: IsoDate | null) => day && addWorkingDays(day, { workingDays, calendar });
  const start = move(span.start);
  if (workingDays === 0 || start === null || span.start === null || span.end === null || span.start > span.end)
    return { start, end: move(span.end) };
  const length = Math.max(1, countWorkingDays({ start: span.start, end: span.end }, calendar));
  return { start, end: addWorkingDays(start, { workingDays: length - 1, calendar }) };
}

function isWorking(day: DayNumber, calendar: WorkingCalendar): boolean {
  if (calendar.makeUpDays.has(day)) return true;
  return !calendar.weekend.has(weekdayOfNumber(day)) && !calendar.holidays.has(day);
}
