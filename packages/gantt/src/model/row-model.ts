import { toDayNumber, type DayNumber, type IsoDate } from "@gantry/schedule";
import type { GanttRow } from "../types.ts";
import type { DayRange } from "./time-axis.ts";

/** Days of one bar, inclusive, with what is odd about them. */
export type DaySpan = {
  start: DayNumber;
  end: DayNumber;
  /** One of the two dates is missing: the bar is one day long and fades on that side. */
  open: "none" | "start" | "end";
  /** End before start: drawn over the days between, marked, not editable. */
  inverted: boolean;
};

/** Rows with their days as integers. Reads rows once, never writes into them. */
export type RowModel = {
  readonly rows: readonly GanttRow[];
  readonly count: number;
  indexOf: (id: string) => number | undefined;
  at: (index: number) => GanttRow | undefined;
  /** Null for a row without a bar. */
  spanOf: (index: number) => DaySpan | null;
  /** First and last day of all bars. */
  readonly range: DayRange | null;
};

const NO_DAY = -0x80000000;

export function createRowModel(rows: readonly GanttRow[]): RowModel {
  const starts = new Int32Array(rows.length);
  const ends = new Int32Array(rows.length);
  const indexes = new Map<string, number>();
  const readDay = createDayReader();
  let from = Infinity;
  let to = -Infinity;
  rows.forEach((row, index) => {
    indexes.set(row.id, index);
    const start = row.shape === "none" ? NO_DAY : readDay(row.start);
    const end = row.shape === "none" ? NO_DAY : readDay(row.end);
    starts[index] = start;
    ends[index] = end;
    for (const day of [start, end]) {
      if (day === NO_DAY) continue;
      if (day < from) from = day;
      if (day > to) to = day;
    }
  });
  return {
    rows,
    count: rows.length,
    range: from <= to ? { from, to } : null,
    indexOf: (id) => indexes.get(id),
    at: (index) => rows[index],
    spanOf: (index) => toSpan(starts[index] ?? NO_DAY, ends[index] ?? NO_DAY),
  };
}

function toSpan(start: number, end: number): DaySpan | null {
  if (start === NO_DAY && end === NO_DAY) return null;
  if (start === NO_DAY) return { start: end, end, open: "start", inverted: false };
  if (end === NO_DAY) return { start, end: start, open: "end", inverted: false };
  if (end < start) return { start: end, end: start, open: "none", inverted: true };
  return { start, end, open: "none", inverted: false };
}

/** Plans repeat few days many times: each text is read once. A text that is no day of the calendar counts as missing. */
function createDayReader(): (day: IsoDate | null) => number {
  const known = new Map<IsoDate, number>();
  return (day) => {
    if (day === null) return NO_DAY;
    const seen = known.get(day);
    if (seen !== undefined) return seen;
    const read = readDayNumber(day);
    known.set(day, read);
    return read;
  };
}

function readDayNumber(day: IsoDate): number {
  try {
    return toDayNumber(day);
  } catch {
    return NO_DAY;
  }
}
