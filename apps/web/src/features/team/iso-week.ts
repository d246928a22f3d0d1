import type { IsoDate } from "@gantry/api-contract";
import { addDays, daysBetween, weekdayOf } from "@gantry/schedule";

const THURSDAY = 4;

/** The ISO number of a week by its first day, whichever weekday that is: the number of its Thursday's week. */
export function isoWeekOf(start: IsoDate): number {
  const thursday = addDays(start, (THURSDAY - weekdayOf(start) + 7) % 7);
  const newYear: IsoDate = `${Number(thursday.slice(0, 4))}-01-01`;
  return Math.floor(daysBetween(newYear, thursday) / 7) + 1;
}
