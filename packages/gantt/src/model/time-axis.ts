import type { DayNumber } from "@gantry/schedule";
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

export type AxisInput = {
  scale: GanttScale;
  /** First and last day of all bars; null without bars. */
  span: DayRange | null;
  today: DayNumber;
  /** The axis is at least this wide. */
  viewWidthPx: number;
};

/** An axis over all bars and today with room at both ends, cut to whole header units. */
export function createTimeAxis({ scale, span, today, viewWidthPx }: AxisInput): TimeAxis {
  const { pxPerDay, marginDays, upper } = SCALE_SHAPES[scale];
  const first = clamp(Math.min(span?.from ?? today, today), today);
  const last = clamp(Math.max(span?.to ?? today, today), today);
  const originDay = startOfUnit(first - marginDays, upper);
  const leastDays = Math.ceil(viewWidthPx / pxPerDay);
  const endDay = startOfNextUnit(Math.max(last + marginDays, originDay + leastDays), upper);
  return { originDay, endDay, pxPerDay, widthPx: Math.ceil((endDay - originDay) * pxPerDay) };
}

function clamp(day: DayNumber, today: DayNumber): DayNumber {
  return Math.min(Math.max(day, today - MOST_DAYS_FROM_TODAY), today + MOST_DAYS_FROM_TODAY);
}

/** Left edge of a day. */
export function dayToX(axis: TimeAxis, day: DayNumber): number {
  return (day - axis.originDay) * axis.pxPerDay;
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
