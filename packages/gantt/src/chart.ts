import { toDayNumber, type DayNumber } from "@gantry/schedule";
import { tailWidthOf, type BarDrawing } from "./frappe/bar-task.ts";
import { barBox, type Box, type RowMetrics } from "./model/bar-box.ts";
import type { BarEdit } from "./model/bar-edit.ts";
import { readSpan, type DaySpan, type RowModel } from "./model/row-model.ts";
import type { RowWindow } from "./model/row-window.ts";
import type { DayRange, TimeAxis } from "./model/time-axis.ts";
import type { PixelRange } from "./model/view-side.ts";
import type { GanttOptions, GanttRow, GanttScale, GanttShape } from "./types.ts";
import type { Frame } from "./view/frame.ts";

/** What of the chart is in view, in pixels: of the time axis to the right of the tree-grid and beneath the header. */
type Viewport = { left: number; top: number; width: number; height: number };

/** The state that all views read. Only the engine writes it. */
export type Chart = {
  readonly frame: Frame;
  /** As the caller gave them, but `scale`, which zooming changes, and `gridWidth`, which needs room. */
  options: GanttOptions;
  /** The scale that the caller gave last. */
  askedScale: GanttScale;
  /** The width that the caller or the reader gave the tree-grid last. */
  askedGridWidth: number;
  /** Width of a day, as zoomed. */
  pxPerDay: number;
  /** Days that the axis covers beyond those of the bars, since a gesture or a zoom reached them. */
  reach: DayRange | null;
  rows: RowModel;
  axis: TimeAxis;
  viewport: Viewport;
  window: RowWindow;
  /** Part of the time axis that is drawn: the view and some pixels more. */
  drawn: PixelRange;
  selection: ReadonlySet<string>;
  /** By row id: a running gesture's dates, or those of a finished one until the next rows come. */
  edits: ReadonlyMap<string, BarEdit>;
  /** Index of the row that has the roving tab stop. */
  focusIndex: number;
  hoverIndex: number | null;
  /** By column id: a running drag's width, or that of a finished one until the next columns come. */
  columnWidths: ReadonlyMap<string, number>;
  /** Rows and view of before the rows became none: where to return to. */
  lastRows: RowsInView | null;
};

/** Rows, the first one in view (with its fraction) and the one with the tab stop. */
type RowsInView = { rows: RowModel; topRow: number; focusIndex: number };

/** Beneath the last row room stays for a floating toolbar. */
const FOOT_PX = 64;

/** Pixels of all rows and their foot, at least the view. */
export function chartHeight({ rows, options, viewport }: Chart): number {
  return Math.max(rows.count * options.rowHeight + FOOT_PX, viewport.height);
}

/** The tree-grid has no room of its own: its titles stand above the bars. */
export function isStacked(chart: Chart): boolean {
  return chart.options.gridWidth === 0;
}

export function rowMetrics(chart: Chart): RowMetrics {
  const { rowHeight, barHeight } = chart.options;
  return { rowHeight, barHeight, stacked: isStacked(chart) };
}

export function todayOf(chart: Chart): DayNumber {
  return toDayNumber(chart.options.today);
}

/** What of the time axis is in view. */
export function viewRangeOf({ viewport }: Chart): PixelRange {
  return { from: viewport.left, to: viewport.left + viewport.width };
}

/** Days of a row's baseline; null where it has none, or none that a calendar has. */
export function baselineSpanOf({ baseline }: GanttRow): DaySpan | null {
  const span = baseline && readSpan(baseline);
  return span?.open === "none" ? span : null;
}

/** The row's days as they are shown: those of an edit before those of the row. */
export function spanOf(chart: Chart, index: number): DaySpan | null {
  const row = chart.rows.at(index);
  const edit = row && chart.edits.get(row.id);
  if (edit) return { start: edit.start, end: edit.end, open: "none", inverted: false };
  return chart.rows.spanOf(index);
}

/** Id of a row that may be selected: a group's heading may not. */
export function selectableIdAt(chart: Chart, index: number): string | null {
  const row = chart.rows.at(index);
  return row === undefined || row.heading ? null : row.id;
}

/** A row without dates that gets some is drawn as a bar. */
export function shapeOf(chart: Chart, row: GanttRow): GanttShape {
  return row.shape === "none" && chart.edits.has(row.id) ? "bar" : row.shape;
}

/** Days and progress that a gesture on this row starts from; null where no gesture may change it. */
export function editableBar(chart: Chart, index: number): BarEdit | null {
  const row = chart.rows.at(index);
  const span = spanOf(chart, index);
  if (!row || row.lockedReason !== null || !span || span.inverted) return null;
  const shape = shapeOf(chart, row);
  if (shape === "summary" || shape === "none") return null;
  return { start: span.start, end: span.end, progress: progressOf(chart, row) };
}

function progressOf(chart: Chart, row: GanttRow): number {
  return chart.edits.get(row.id)?.progress ?? Math.min(100, Math.max(0, row.progress));
}

/** Where a row's bar is, in the chart's pixels; null for a row without one. */
export function barBoxOf(chart: Chart, index: number): Box | null {
  const row = chart.rows.at(index);
  const span = spanOf(chart, index);
  if (!row || !span) return null;
  const shape = shapeOf(chart, row);
  if (shape === "none") return null;
  return barBox({ shape, span, index, axis: chart.axis, metrics: rowMetrics(chart) });
}

/** What is drawn of a row's bar; null for a row without one. */
export function barDrawingOf(chart: Chart, index: number): BarDrawing | null {
  const row = chart.rows.at(index);
  const span = spanOf(chart, index);
  if (!row || !span) return null;
  const shape = shapeOf(chart, row);
  if (shape === "none") return null;
  return {
    index,
    shape,
    span,
    progress: progressOf(chart, row),
    category: row.category,
    alarm: row.alarm ?? null,
    title: row.title,
    muted: row.muted,
    critical: row.critical,
    tailTo: tailToOf(chart, { row, span }),
  };
}

/** Last day of the hatched tail of an overdue bar. */
function tailToOf(chart: Chart, { row, span }: { row: GanttRow; span: DaySpan }): DayNumber | null {
  const today = todayOf(chart);
  return row.overdue && row.shape === "bar" && span.end < today ? today - 1 : null;
}

/** Pixels that the tail of a row's bar takes to its right. */
export function tailWidthAt(chart: Chart, index: number): number {
  const row = chart.rows.at(index);
  const span = spanOf(chart, index);
  return row && span ? tailWidthOf({ span, tailTo: tailToOf(chart, { row, span }) }, chart.axis) : 0;
}
