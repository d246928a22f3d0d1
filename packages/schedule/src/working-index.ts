import { weekdayOfNumber, type DayNumber } from "./days.ts";

/**
 * Working days numbered through, so that counting and stepping take no walk over days: a plan may hold the years 0001
 * and 9999 side by side.
 */
export type WorkingIndex = {
  /** Working days of a week that lie before each weekday, 0 = Sunday; at 7, those of the whole week. */
  readonly beforeWeekday: readonly number[];
  /** Days on which the week alone is wrong, in order. */
  readonly exceptions: readonly DayNumber[];
  /** What the exceptions before the nth add up to: −1 for each day off, +1 for each day worked. */
  readonly sums: readonly number[];
};

const FIRST_SUNDAY = -4;
const BEFORE_ALL_DAYS = -719_163;
const AFTER_ALL_DAYS = 2_932_897;

/** Days off win over the week, worked days over both. */
export function createWorkingIndex(rules: {
  weekend: ReadonlySet<number>;
  holidays: ReadonlySet<DayNumber>;
  makeUpDays: ReadonlySet<DayNumber>;
}): WorkingIndex {
  const beforeWeekday = [0];
  for (let weekday = 0; weekday < 7; weekday += 1)
    beforeWeekday.push((beforeWeekday[weekday] ?? 0) + (rules.weekend.has(weekday) ? 0 : 1));
  const isOffByWeek = (day: DayNumber) => rules.weekend.has(weekdayOfNumber(day));
  const off = [...rules.holidays].filter((day) => !isOffByWeek(day) && !rules.makeUpDays.has(day));
  const worked = [...rules.makeUpDays].filter(isOffByWeek);
  const workedDays = new Set(worked);
  const exceptions = [...off, ...worked].toSorted((left, right) => left - right);
  const sums = [0];
  for (const day of exceptions) sums.push((sums.at(-1) ?? 0) + (workedDays.has(day) ? 1 : -1));
  return { beforeWeekday, exceptions, sums };
}

/** Working days before a day, counted from a fixed one: the number of the first working day on or after it. */
export function workingDaysBefore(day: DayNumber, index: WorkingIndex): number {
  const weeks = Math.floor((day - FIRST_SUNDAY) / 7);
  const inWeek = index.beforeWeekday[weekdayOfNumber(day)] ?? 0;
  return weeks * daysPerWeek(index) + inWeek + (index.sums[exceptionsBefore(day, index)] ?? 0);
}

/** The working day with this number; a day past the years 0001–9999 where there is none. */
export function workingDayAt(number: number, index: WorkingIndex): DayNumber {
  let low = BEFORE_ALL_DAYS;
  let high = AFTER_ALL_DAYS;
  if (workingDaysBefore(low + 1, index) > number) return low;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (workingDaysBefore(middle + 1, index) > number) high = middle;
    else low = middle;
  }
  return high;
}

function daysPerWeek(index: WorkingIndex): number {
  return index.beforeWeekday[7] ?? 0;
}

function exceptionsBefore(day: DayNumber, { exceptions }: WorkingIndex): number {
  let low = 0;
  let high = exceptions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((exceptions[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
