import { chinaDayOf } from "@gantry/codearts-contract";
import { isIsoDate, type IsoDate } from "@gantry/api-contract";

/** The plan day of an instant: CodeArts' plan days are days in UTC+8. */
export function todayInChina(nowMs: number): IsoDate {
  const day = chinaDayOf(nowMs);
  if (day === null || !isIsoDate(day)) throw new RangeError(`No day of the years 1–9999: ${nowMs}`);
  return day;
}
