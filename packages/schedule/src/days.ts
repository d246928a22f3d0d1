/** A calendar day, `YYYY-MM-DD`, without time or zone. */
export type IsoDate = `${number}-${number}-${number}`;

/** Whole days since 1970-01-01; the form for arithmetic and geometry. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;
/** From 1 March of the year 0 to the first day. */
const DAYS_TO_YEAR_ONE = 306;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Day number of an ISO day, years 0001–9999. Throws a RangeError on a text that is no day of the calendar. */
export function toDayNumber(day: IsoDate): DayNumber {
  // By arithmetic: a chart asks for a hundred thousand at once, and the way through Date takes several times as long.
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const dayOfMonth = Number(day.slice(8));
  if (!SHAPE.test(day) || year < 1 || dayOfMonth < 1 || dayOfMonth > monthLength(year, month))
    throw new RangeError(`Not a calendar day: ${day}`);
  // The year is taken to begin in March, so that the leap day is its last.
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const daysBeforeMonth = Math.floor((153 * marchMonth + 2) / 5);
  return 365 * marchYear + leapDays + daysBeforeMonth + dayOfMonth - 1 + FIRST_DAY - DAYS_TO_YEAR_ONE;
}

/** ISO day of a day number. Throws a RangeError outside the years 0001–9999 and on fractions of a day. */
export function toIsoDate(day: DayNumber): IsoDate {
  if (!isInRange(day)) throw new RangeError(`Not a day of the years 0001–9999: ${day}`);
  return asIsoDate(new Date(day * MS_PER_DAY).toISOString().slice(0, 10));
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return toIsoDate(toDayNumber(day) + days);
}

/** Days from `from` to `to`: 0 for the same day, negative backwards. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: IsoDate): number {
  return weekdayOfNumber(toDayNumber(day));
}

/** As `weekdayOf`, of a day number: 1970-01-01 was a Thursday. */
export function weekdayOfNumber(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** 0 for a month that is none. */
function monthLength(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function isInRange(day: DayNumber): boolean {
  return Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY;
}

/** The date part of `toISOString` within the range above always has this form. */
function asIsoDate(text: string): IsoDate {
  return text as IsoDate;
}
