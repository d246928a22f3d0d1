import type { DayNumber, IsoDate } from "@gantry/schedule";
import type { GanttRow } from "../types.ts";
import { readDay } from "./read-day.ts";
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
  readonly places: RowPlaces;
  indexOf: (id: string) => number | undefined;
  at: (index: number) => GanttRow | undefined;
  /** Null for a row without a bar. */
  spanOf: (index: number) => DaySpan | null;
  /** First and last day of all bars. */
  readonly range: DayRange | null;
};

/** Indexes by id. They are not made before the first one is asked for: a first paint needs none. */
export type RowPlaces = { indexOf: (id: string) => number | undefined };

type Days = { starts: Int32Array; ends: Int32Array };

const NO_DAY = -0x80000000;
const daysOf = new WeakMap<RowModel, Days>();

export function createRowModel(rows: readonly GanttRow[]): RowModel {
  const days = { starts: new Int32Array(rows.length), ends: new Int32Array(rows.length) };
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row) readRow(days, { row, index });
  }
  return modelOf(rows, { days, places: createPlaces(rows) });
}

function createPlaces(rows: readonly GanttRow[]): RowPlaces {
  let ids: readonly GanttRow[] | null = rows;
  const places = new Map<string, number>();
  return {
    indexOf: (id) => {
      if (ids) for (let index = 0; index < ids.length; index += 1) places.set(ids[index]?.id ?? "", index);
      ids = null;
      return places.get(id);
    },
  };
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

function modelOf(rows: readonly GanttRow[], { days, places }: { days: Days; places: RowPlaces }): RowModel {
  const { starts, ends } = days;
  const model: RowModel = {
    rows,
    count: rows.length,
    places,
    range: rangeOf(days),
    indexOf: places.indexOf,
    at: (index) => rows[index],
    spanOf: (index) => toSpan(starts[index] ?? NO_DAY, ends[index] ?? NO_DAY),
  };
  daysOf.set(model, days);
  return model;
}

function readRow({ starts, ends }: Days, { row, index }: { row: GanttRow; index: number }): void {
  starts[index] = row.shape === "none" ? NO_DAY : dayOf(row.start);
  ends[index] = row.shape === "none" ? NO_DAY : dayOf(row.end);
}

/** A text that is no day of the calendar counts as missing. */
function dayOf(day: IsoDate | null): number {
  return day === null ? NO_DAY : (readDay(day) ?? NO_DAY);
}

function rangeOf({ starts, ends }: Days): DayRange | null {
  let from = Infinity;
  let to = -Infinity;
  // Counted by index: this runs once, before the engine has had time to make anything faster of it.
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index] ?? NO_DAY;
    const end = ends[index] ?? NO_DAY;
    const first = start === NO_DAY || (end !== NO_DAY && end < start) ? end : start;
    const last = start > end ? start : end;
    if (last === NO_DAY) continue;
    if (first < from) from = first;
    if (last > to) to = last;
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
  return toSpan(dayOf(start), dayOf(end));
}
