import { toDayNumber, toIsoDate, type DayNumber, type IsoDate } from "@gantry/schedule";

export type CalendarUnit = "day" | "week" | "month" | "quarter" | "year";

/** First day of the unit that holds `day`; weeks begin on Monday. */
export function startOfUnit(day: DayNumber, unit: CalendarUnit): DayNumber {
  if (unit === "day") return day;
  if (unit === "week") return day - mondayOffset(day);
  const { year, month } = monthOf(day);
  if (unit === "month") return firstOfMonth(year, month);
  if (unit === "quarter") return firstOfMonth(year, month - ((month - 1) % 3));
  return firstOfMonth(year, 1);
}

/** First day of the unit after the one that holds `day`. */
export function startOfNextUnit(day: DayNumber, unit: CalendarUnit): DayNumber {
  if (unit === "day") return day + 1;
  if (unit === "week") return day - mondayOffset(day) + 7;
  const lengthInMonths = unit === "month" ? 1 : unit === "quarter" ? 3 : 12;
  const { year, month } = monthOf(startOfUnit(day, unit));
  const monthsSinceYearZero = year * 12 + month - 1 + lengthInMonths;
  return firstOfMonth(Math.floor(monthsSinceYearZero / 12), (monthsSinceYearZero % 12) + 1);
}

/** Starts of every unit that touches `from` to `to`, both inclusive. */
export function unitStarts(unit: CalendarUnit, range: { from: DayNumber; to: DayNumber }): DayNumber[] {
  const starts: DayNumber[] = [];
  for (let day = startOfUnit(range.from, unit); day <= range.to; day = startOfNextUnit(day, unit)) starts.push(day);
  return starts;
}

/** True for Saturday and Sunday. */
export function isWeekendDay(day: DayNumber): boolean {
  return mondayOffset(day) > 4;
}

function mondayOffset(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

function monthOf(day: DayNumber): { year: number; month: number } {
  const iso = toIsoDate(day);
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)) };
}

function firstOfMonth(year: number, month: number): DayNumber {
  return toDayNumber(`${padded(year, 4)}-${padded(month, 2)}-01` as IsoDate);
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
