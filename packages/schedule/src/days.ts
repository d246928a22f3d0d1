/** A calendar day, `YYYY-MM-DD`, without time or zone. */
export type IsoDate = `${number}-${number}-${number}`;

/** Whole days since 1970-01-01; the form for arithmetic and geometry. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** Day number of an ISO day, years 0001–9999. Throws a RangeError on a text that is no day of the calendar. */
export function toDayNumber(day: IsoDate): DayNumber {
  const dayNumber = SHAPE.test(day) ? Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY : Number.NaN;
  // Date.parse takes 30 February for 2 March, so the way back has to lead to the same text.
  if (!isInRange(dayNumber) || toIsoDate(dayNumber) !== day) throw new RangeError(`Not a calendar day: ${day}`);
  return dayNumber;
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

function isInRange(day: DayNumber): boolean {
  return Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY;
}

/** The date part of `toISOString` within the range above always has this form. */
function asIsoDate(text: string): IsoDate {
  return text as IsoDate;
}
