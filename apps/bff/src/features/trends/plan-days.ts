import { chinaDayOf, dayToInstantMs } from "@gantry/codearts-contract";
import { type EpochMs, isIsoDate } from "@gantry/api-contract";
import { addDays, type IsoDate } from "@gantry/schedule";

/** The last millisecond of a plan day. */
export function dayEndMs(day: IsoDate): EpochMs {
  return dayToInstantMs(addDays(day, 1)) - 1;
}

/** The plan day of an instant of our time. */
export function planDayOf(instantMs: EpochMs): IsoDate {
  const day = chinaDayOf(instantMs);
  if (day === null || !isIsoDate(day)) throw new RangeError(`No day of the years 1–9999: ${instantMs}`);
  return day;
}

/** Days in order, both ends included. */
export function daysUpTo(today: IsoDate, { count }: { count: number }): IsoDate[] {
  return Array.from({ length: count }, (_, index) => addDays(today, index - count + 1));
}
