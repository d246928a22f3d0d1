import type { GanttScale } from "../types.ts";
import type { CalendarUnit } from "./calendar.ts";

export type ScaleShape = {
  pxPerDay: number;
  /** Units of the two header rows. */
  upper: CalendarUnit;
  lower: CalendarUnit;
  /** Days kept free before the first and after the last date. */
  marginDays: number;
  /** Whether single days off are wide enough to be shaded. */
  shadesDaysOff: boolean;
};

export const SCALE_SHAPES = {
  day: { pxPerDay: 36, upper: "month", lower: "day", marginDays: 28, shadesDaysOff: true },
  week: { pxPerDay: 16, upper: "month", lower: "week", marginDays: 63, shadesDaysOff: true },
  month: { pxPerDay: 4, upper: "year", lower: "month", marginDays: 240, shadesDaysOff: false },
  quarter: { pxPerDay: 1.5, upper: "year", lower: "quarter", marginDays: 550, shadesDaysOff: false },
  year: { pxPerDay: 0.6, upper: "year", lower: "quarter", marginDays: 1100, shadesDaysOff: false },
} as const satisfies Record<GanttScale, ScaleShape>;

const FINEST_FIRST = ["day", "week", "month", "quarter", "year"] as const satisfies readonly GanttScale[];

/** The finest scale at which `days` take no more than `widthPx`; the coarsest when none does. */
export function scaleThatFits(days: number, widthPx: number): GanttScale {
  return FINEST_FIRST.find((scale) => days * SCALE_SHAPES[scale].pxPerDay <= widthPx) ?? "year";
}
