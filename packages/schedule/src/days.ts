/** A calendar day, `YYYY-MM-DD`, without time or zone. */
export type IsoDate = `${number}-${number}-${number}`;

/** Whole days since 1970-01-01; the form for arithmetic and geometry. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;

/** Day number of an ISO day. Throws on a text that is no day of the calendar. */
export function toDayNumber(day: IsoDate): DayNumber {
  const instant = Date.parse(`${day}T00:00:00Z`);
  if (!Number.isFinite(instant)) throw new RangeError(`Not a calendar day: ${day}`);
  return instant / MS_PER_DAY;
}

/** ISO day of a day number, for years 0001–9999. */
export function toIsoDate(day: DayNumber): IsoDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as IsoDate;
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
  return (((toDayNumber(day) + 4) % 7) + 7) % 7;
}
