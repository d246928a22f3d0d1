import { toDayNumber, toIsoDate, weekdayOfNumber, type IsoDate } from "./days.ts";
import type { WorkingCalendar } from "./working-calendar.ts";
import { workingDayAt, workingDaysBefore } from "./working-index.ts";

/** What one working day holds. */
export const HOURS_A_DAY = 8;

export type FrameWeek = {
  readonly start: IsoDate;
  /** What is left of it: the first week counts from today. */
  readonly workingDays: number;
  /** It has fewer working days than the weeks of this calendar mostly have. */
  readonly isShort: boolean;
};

/** The weeks over which work is laid, numbered by working days, so that no day is walked. */
export type LoadFrame = {
  readonly calendar: WorkingCalendar;
  readonly today: IsoDate;
  readonly weeks: readonly FrameWeek[];
  /** Number of the first working day that counts in each week; one more at the end. */
  readonly bounds: readonly number[];
};

/**
 * Weeks from today on; the first is the one of the next working day.
 * @param options.firstDayOfWeek 0 = Sunday
 */
export function createLoadFrame(options: {
  calendar: WorkingCalendar;
  today: IsoDate;
  firstDayOfWeek: number;
  weeks: number;
}): LoadFrame {
  const { calendar, today } = options;
  const { index } = calendar;
  const next = workingDaysBefore(toDayNumber(today), index);
  const firstWorked = workingDayAt(next, index);
  const firstStart = firstWorked - ((weekdayOfNumber(firstWorked) - options.firstDayOfWeek + 7) % 7);
  const starts = Array.from({ length: options.weeks + 1 }, (_, week) => firstStart + week * 7);
  const before = starts.map((start) => workingDaysBefore(start, index));
  const bounds = before.map((number, week) => (week === 0 ? next : number));
  const usual = 7 - calendar.weekend.size;
  return {
    calendar,
    today,
    bounds,
    weeks: starts.slice(0, -1).map((start, week) => ({
      start: toIsoDate(start),
      workingDays: at(bounds, week + 1) - at(bounds, week),
      isShort: at(before, week + 1) - at(before, week) < usual,
    })),
  };
}

/** Number of the first working day of a week that counts; for the index after the last week, where the frame ends. */
export function boundOf({ bounds }: LoadFrame, week: number): number {
  return at(bounds, week);
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? Number.NaN;
}
