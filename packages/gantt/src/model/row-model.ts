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
  /** Where each id stands: the same object as long as the same ids stand in the same order. */
  readonly places: ReadonlyMap<string, number>;
  indexOf: (id: string) => number | undefined;
  at: (index: number) => GanttRow | undefined;
  /** Null for a row without a bar. */
  spanOf: (index: number) => DaySpan | null;
  /** First and last day of all bars. */
  readonly range: DayRange | null;
};

type Days = { starts: Int32Array; ends: Int32Array; readDay: (day: IsoDate | null) => number };

const NO_DAY = -0x80000000;
const daysOf = new WeakMap<RowModel, Days>();

export function createRowModel(rows: readonly GanttRow[]): RowModel {
  const days = { starts: new Int32Array(rows.length), ends: new Int32Array(rows.length), readDay: createDayReader() };
  const places = new Map<string, number>();
  rows.forEach((row, index) => {
    places.set(row.id, index);
    readRow(days, { row, index });
  });
  return modelOf(rows, { days, places });
}

/**
 * The model of `rows` made from the one before, with the indexes of the rows that are other objects now; null where an id
 * came, went or moved. Takes over what the model before was made of: that one must not be read any more.
 */
export function patchRowModel(
  before: RowModel,
  rows: readonly GanttRow[],
): { model: RowModel; changed: readonly number[] } | null {
  const days = daysOf.get(before);
  if (!days || rows.length !== before.count) return null;
  const changed: number[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    const rowBefore = before.rows[index];
    if (row === rowBefore) continue;
    if (row?.id !== rowBefore?.id) return null;
    changed.push(index);
  }
  for (const index of changed) {
    const row = rows[index];
    if (row) readRow(days, { row, index });
  }
  return { model: modelOf(rows, { days, places: before.places }), changed };
}

function modelOf(
  rows: readonly GanttRow[],
  { days, places }: { days: Days; places: ReadonlyMap<string, number> },
): RowModel {
  const { starts, ends } = days;
  const model: RowModel = {
    rows,
    count: rows.length,
    places,
    range: rangeOf(days),
    indexOf: (id) => places.get(id),
    at: (index) => rows[index],
    spanOf: (index) => toSpan(starts[index] ?? NO_DAY, ends[index] ?? NO_DAY),
  };
  daysOf.set(model, days);
  return model;
}

function readRow({ starts, ends, readDay }: Days, { row, index }: { row: GanttRow; index: number }): void {
  starts[index] = row.shape === "none" ? NO_DAY : readDay(row.start);
  ends[index] = row.shape === "none" ? NO_DAY : readDay(row.end);
}

function rangeOf({ starts, ends }: Days): DayRange | null {
  let from = Infinity;
  let to = -Infinity;
  for (const days of [starts, ends]) {
    for (const day of days) {
      if (day === NO_DAY) continue;
      if (day < from) from = day;
      if (day > to) to = day;
    }
  }
  return from <= to ? { from, to } : null;
}

function toSpan(start: number, end: number): DaySpan | null {
  if (start === NO_DAY && end === NO_DAY) return null;
  if (start === NO_DAY) return { start: end, end, open: "start", inverted: false };
  if (end === NO_DAY) return { start, end: start, open: "end", inverted: false };
  if (end < start) return { start: end, end: start, open: "none", inverted: true };
  return { start, end, open: "none", inverted: false };
}

/** The days between two dates, read by themselves; null where neither is a day. */
export function readSpan({ start, end }: { start: IsoDate | null; end: IsoDate | null }): DaySpan | null {
  return toSpan(start === null ? NO_DAY : readDayNumber(start), end === null ? NO_DAY : readDayNumber(end));
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
