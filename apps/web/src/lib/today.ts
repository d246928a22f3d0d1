import type { IsoDate } from "@gantry/api-contract";
import { toIsoDate } from "@gantry/schedule";

const MS_PER_DAY = 86_400_000;
/** CodeArts counts plan days in UTC+8, wherever the reader is. */
const PLAN_OFFSET_MS = 8 * 3_600_000;

/** The plan day that an instant falls on. */
export function planDayOf(atMs: number): IsoDate {
  return toIsoDate(Math.floor((atMs + PLAN_OFFSET_MS) / MS_PER_DAY));
}
