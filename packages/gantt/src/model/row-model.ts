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

/** Rows with their days as integers. Never writes into the rows; reads their days when they are asked for. */
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

const NO_DAY = -0x80000000;

/** Indexes by id. They are not made before the first one is asked for: a first paint needs none. */
export type RowPlaces = { indexOf: (id: string) => number | undefined };

export function createRowModel(rows: readonly GanttRow[]): RowModel {
  return modelOf(rows, createPlaces(rows));
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
 * came, went or moved.
 */
export function patchRowModel(
  before: RowModel,
  rows: readonly GanttRow[],
): { model: RowModel; changed: readonly number[] } | null {
  if (rows.length !== before.count) return null;
  const changed: number[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    const rowBefore = before.rows[index];
    if (row === rowBefore) continue;
    if (row?.id !== rowBefore?.id) return null;
    changed.push(index);
  }
  return { model: modelOf(rows, before.places), changed };
}

function modelOf(rows: readonly GanttRow[], places: RowPlaces): RowModel {
  return {
    rows,
    count: rows.length,
    places,
    range: rangeOf(rows),
    indexOf: places.indexOf,
    at: (index) => rows[index],
    spanOf: (index) => {
      const row = rows[index];
      return row && row.shape !== "none" ? readSpan(row) : null;
    },
  };
}

/** Days as texts sort as days do: only those that come before or after all others are read. */
function rangeOf(rows: readonly GanttRow[]): DayRange | null {
  let first: IsoDate | null = null;
  let last: IsoDate | null = null;
  const take = (day: IsoDate | null) => {
    if (day === null || (first !== null && last !== null && day >= first && day <= last)) return;
    if (readDay(day) === null) return;
    if (first === null || day < first) first = day;
    if (last === null || day > last) last = day;
  };
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (!row || row.shape === "none") continue;
    take(row.start);
    take(row.end);
  }
  const from = dayOf(first);
  const to = dayOf(last);
  return from === NO_DAY || to === NO_DAY ? null : { from, to };
}

function toSpan(start: number, end: number): DaySpan | null {
  if (start === NO_DAY && end === NO_DAY) return null;
  if (start === NO_DAY) return { start: end, end, open: "start", inverted: false };
  if (end === NO_DAY) return { start, end: start, open: "end", inverted: false };
  if (end < start) return { start: end, end: start, open: "none", inverted: true };
  return { start, end, open: "none", inverted: false };
}

/** A text that is no day of the calendar counts as missing. */
function dayOf(day: IsoDate | null): number {
  return day === null ? NO_DAY : (readDay(day) ?? NO_DAY);
}

/** The days between two dates, read by themselves; null where neither is a day. */
export function readSpan({ start, end }: { start: IsoDate | null; end: IsoDate | null }): DaySpan | null {
  return toSpan(dayOf(start), dayOf(end));
}
