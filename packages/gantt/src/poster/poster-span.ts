import { toDayNumber, type DayNumber, type IsoDate } from "@gantry/schedule";
import { createRowModel } from "../model/row-model.ts";
import type { DayRange } from "../model/time-axis.ts";
import type { GanttRow } from "../types.ts";

/** Farther from today than this nothing is drawn, whatever date a row carries: its cells still say it. */
const MOST_DAYS_FROM_TODAY = 366 * 40;

/** First and last day that a poster of these rows shows: bars, baselines, tails of what is late. Null without any. */
export function posterSpan(rows: readonly GanttRow[], today: IsoDate): DayRange | null {
  const now = toDayNumber(today);
  const range = createRowModel(rows).range;
  let from = range?.from ?? Infinity;
  let to = range?.to ?? -Infinity;
  for (const row of rows) {
    if (row.overdue) to = Math.max(to, now);
    if (row.baseline === null) continue;
    from = Math.min(from, toDayNumber(row.baseline.start));
    to = Math.max(to, toDayNumber(row.baseline.end));
  }
  return from <= to ? { from: near(from, now), to: near(to, now) } : null;
}

function near(day: DayNumber, today: DayNumber): DayNumber {
  return Math.min(Math.max(day, today - MOST_DAYS_FROM_TODAY), today + MOST_DAYS_FROM_TODAY);
}
