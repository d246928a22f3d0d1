import type { DayNumber } from "@gantry/schedule";
import { FIRST_DAY, LAST_DAY } from "./bar-edit.ts";
import type { GanttScale } from "../types.ts";
import { startOfNextUnit, startOfUnit } from "./calendar.ts";
import { SCALE_SHAPES } from "./scale.ts";

/** Maps whole days to pixels, linearly at every scale: a pixel never depends on the length of a month or on a clock change. */
export type TimeAxis = {
  /** Day at pixel 0. */
  originDay: DayNumber;
  /** First day that is not on the axis any more. */
  endDay: DayNumber;
  pxPerDay: number;
  widthPx: number;
};

export type DayRange = { from: DayNumber; to: DayNumber };

/** Farther from today than this the axis does not go, whatever date a row carries. */
const MOST_DAYS_FROM_TODAY = 366 * 40;

/** Room for the margins of the coarsest scale between the axis and the ends of the calendar. */
const CALENDAR_MARGIN_DAYS = 1500;

export type AxisInput = {
  scale: GanttScale;
  /** As zoomed; the scale's own width without it. */
  pxPerDay?: number;
  /** Days that a gesture or the view needs, beyond those of the bars. */
  reach?: DayRange | null;
  /** First and last day of all bars; null without bars. */
  span: DayRange | null;
  today: DayNumber;
  /** The axis is at least this wide. */
  viewWidthPx: number;
};

/** An axis over all bars and today with room at both ends, cut to whole header units. */
export function createTimeAxis({ scale, span, today, viewWidthPx, ...zoom }: AxisInput): TimeAxis {
  const { marginDays, upper, ...shape } = SCALE_SHAPES[scale];
  const pxPerDay = zoom.pxPerDay ?? shape.pxPerDay;
  const limits = axisLimits(today);
  const clamp = (day: DayNumber) => Math.min(Math.max(day, limits.from), limits.to);
  const middle = clamp(today);
  const first = clamp(Math.min(span?.from ?? middle, middle)) - marginDays;
  const last = clamp(Math.max(span?.to ?? middle, middle)) + marginDays;
  const from = zoom.reach ? Math.min(first, clamp(zoom.reach.from)) : first;
  const to = zoom.reach ? Math.max(last, clamp(zoom.reach.to)) : last;
  const originDay = startOfUnit(from, upper);
  const leastDays = Math.ceil(viewWidthPx / pxPerDay);
  const endDay = startOfNextUnit(Math.max(to, originDay + leastDays), upper);
  return { originDay, endDay, pxPerDay, widthPx: Math.ceil((endDay - originDay) * pxPerDay) };
}

/** The days that a chart can show: forty years either side of today, within the calendar. */
export function axisLimits(today: DayNumber): DayRange {
  return {
    from: Math.max(today - MOST_DAYS_FROM_TODAY, FIRST_DAY + CALENDAR_MARGIN_DAYS),
    to: Math.min(today + MOST_DAYS_FROM_TODAY, LAST_DAY - CALENDAR_MARGIN_DAYS),
  };
}

/** Left edge of a day. */
export function dayToX(axis: TimeAxis, day: DayNumber): number {
  return (day - axis.originDay) * axis.pxPerDay;
}

/** Day at a pixel, with its fraction. */
export function dayAt(axis: TimeAxis, x: number): number {
  return axis.originDay + x / axis.pxPerDay;
}

/** Keeps the left edge of a day in that day where a product of fractions falls short of it. */
const ROUNDING_DAYS = 1e-6;

/** The day that holds a pixel. */
export function xToDay(axis: TimeAxis, x: number): DayNumber {
  return axis.originDay + Math.floor(x / axis.pxPerDay + ROUNDING_DAYS);
}

/** Whole days that a horizontal movement stands for: the nearest, so that a bar follows the pointer at every scale. */
export function dragDays(axis: TimeAxis, dx: number): number {
  const days = Math.round(dx / axis.pxPerDay);
  return days === 0 ? 0 : days;
}
