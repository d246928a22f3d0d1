import type { GanttColumn } from "../types.ts";

/** A column that is drawn, and where. */
export type PlacedColumn = {
  column: GanttColumn;
  /** Its place among all columns. */
  index: number;
  widthPx: number;
};

export const LEAST_TITLE_PX = 96;
export const LEAST_COLUMN_PX = 24;
/** The line between tree-grid and chart, within the tree-grid's width. */
export const TREE_BORDER_PX = 1;

export type ColumnRoom = {
  /** Room for all columns together. */
  roomPx: number;
  /** Titles stand above the bars: there is room for the first and the last column only. */
  stacked: boolean;
  /** Widths that hold before the columns' own, by id. */
  widths: ReadonlyMap<string, number>;
};

/**
 * Which columns are drawn, and how wide: those after the first have their own width, the first fills what is left.
 * The last ones that would leave it less than its least width are not drawn.
 */
export function placeColumns(columns: readonly GanttColumn[], room: ColumnRoom): PlacedColumn[] {
  const all = columns.map((column, index) => ({ column, index, widthPx: ownWidth(column, room.widths) }));
  const [first, ...others] = all;
  if (!first) return [];
  const last = others.at(-1);
  const shown = room.stacked ? (last ? [last] : []) : fitting(others, room.roomPx - LEAST_TITLE_PX);
  return [{ ...first, widthPx: Math.max(LEAST_TITLE_PX, room.roomPx - sumOfWidths(shown)) }, ...shown];
}

/** Width of all columns together when each has its own. */
export function naturalWidth(columns: readonly GanttColumn[], widths: ReadonlyMap<string, number>): number {
  return columns.reduce(
    (sum, column, index) => sum + Math.max(ownWidth(column, widths), index === 0 ? LEAST_TITLE_PX : 0),
    0,
  );
}

export function sumOfWidths(placed: readonly PlacedColumn[]): number {
  return placed.reduce((sum, { widthPx }) => sum + widthPx, 0);
}

/**
 * Where a dragged column would come to stand, as its index among all columns afterwards. The first column keeps its place.
 * `x` counts from the left edge of the first column.
 */
export function dropIndex(placed: readonly PlacedColumn[], { from, x }: { from: number; x: number }): number {
  let left = 0;
  let gap = placed.length;
  for (const [index, { widthPx }] of placed.entries()) {
    if (index > 0 && x < left + widthPx / 2) {
      gap = index;
      break;
    }
    left += widthPx;
  }
  return gap > from ? gap - 1 : gap;
}

function ownWidth(column: GanttColumn, widths: ReadonlyMap<string, number>): number {
  return Math.max(LEAST_COLUMN_PX, Math.round(widths.get(column.id) ?? column.width));
}

function fitting(columns: readonly PlacedColumn[], roomPx: number): PlacedColumn[] {
  let left = roomPx;
  const end = columns.findIndex(({ widthPx }) => (left -= widthPx) < 0);
  return columns.slice(0, end === -1 ? columns.length : end);
}
