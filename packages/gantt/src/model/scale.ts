import type { GanttScale } from "../types.ts";
import type { CalendarUnit } from "./calendar.ts";

export type ScaleShape = {
  /** Width of a day where the scale is asked for by name. */
  pxPerDay: number;
  /** Zooming out below this width of a day reaches the next coarser scale. */
  leastPxPerDay: number;
  /** Units of the two header rows. */
  upper: CalendarUnit;
  lower: CalendarUnit;
  /** Days kept free before the first and after the last date. */
  marginDays: number;
  /** Whether single days off are wide enough to be shaded. */
  shadesDaysOff: boolean;
};

/** The thresholds lie between the widths of neighbours, where the finer header still has room for its texts. */
export const SCALE_SHAPES = {
  day: { pxPerDay: 36, leastPxPerDay: 24, upper: "month", lower: "day", marginDays: 28, shadesDaysOff: true },
  week: { pxPerDay: 16, leastPxPerDay: 8, upper: "month", lower: "week", marginDays: 63, shadesDaysOff: true },
  month: { pxPerDay: 4, leastPxPerDay: 3, upper: "year", lower: "month", marginDays: 240, shadesDaysOff: false },
  quarter: { pxPerDay: 1.5, leastPxPerDay: 1, upper: "year", lower: "quarter", marginDays: 550, shadesDaysOff: false },
  year: { pxPerDay: 0.6, leastPxPerDay: 0.2, upper: "year", lower: "quarter", marginDays: 1100, shadesDaysOff: false },
} as const satisfies Record<GanttScale, ScaleShape>;

const FINEST_FIRST = ["day", "week", "month", "quarter", "year"] as const satisfies readonly GanttScale[];

const MOST_PX_PER_DAY = 96;

/** A width of a day that the chart can be drawn at: 0.2 to 96 pixels. */
export function clampPxPerDay(pxPerDay: number): number {
  return Math.min(Math.max(pxPerDay, SCALE_SHAPES.year.leastPxPerDay), MOST_PX_PER_DAY);
}

/** The scale whose header suits a width of a day. */
export function scaleAt(pxPerDay: number): GanttScale {
  return FINEST_FIRST.find((scale) => pxPerDay >= SCALE_SHAPES[scale].leastPxPerDay) ?? "year";
}
