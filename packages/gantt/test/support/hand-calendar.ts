/**
 * A calendar counted by hand: day after day from 1 January 1800, by the lengths of the months and the rule of leap years.
 * It knows no Date, no zone and nothing of the product's own arithmetic, so that it can judge it.
 */
export type HandCalendar = {
  /** Counted from 0 for the first day. */
  indexOf: (day: string) => number;
  /** `YYYY-MM-DD`. */
  dayAt: (index: number) => string;
  count: number;
};

const FIRST_YEAR = 1800;
const LAST_YEAR = 2299;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function createHandCalendar(): HandCalendar {
  const days: string[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    MONTH_LENGTHS.forEach((length, index) => {
      const leapDay = index === 1 && isLeap(year) ? 1 : 0;
      for (let day = 1; day <= length + leapDay; day += 1)
        days.push(`${year}-${twoDigits(index + 1)}-${twoDigits(day)}`);
    });
  }
  const indexes = new Map(days.map((day, index) => [day, index]));
  return {
    count: days.length,
    indexOf: (day) => known(indexes.get(day), day),
    dayAt: (index) => known(days[index], index),
  };
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function known<Value>(value: Value | undefined, asked: string | number): Value {
  if (value === undefined) throw new RangeError(`Not a day of the years ${FIRST_YEAR}–${LAST_YEAR}: ${asked}`);
  return value;
}
