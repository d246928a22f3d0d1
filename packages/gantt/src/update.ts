import type { Chart } from "./chart.ts";
import { anchoredTopRow, successorOf } from "./model/row-anchor.ts";
import { createRowModel, patchRowModel } from "./model/row-model.ts";
import { SCALE_SHAPES } from "./model/scale.ts";
import type { DayRange } from "./model/time-axis.ts";
import { startView } from "./place.ts";
import type { Stage } from "./stage.ts";
import type { GanttOptions, GanttScale } from "./types.ts";

/** Takes over the options that differ and draws no more than they need. */
export function applyUpdate(stage: Stage, change: Partial<GanttOptions>): void {
  const { chart, views } = stage;
  const before = chart.options;
  chart.options = { ...before, ...change, scale: before.scale };
  takeScale(chart, change.scale);
  chart.askedGridWidth = change.gridWidth ?? chart.askedGridWidth;
  const changed = (...names: readonly (keyof GanttOptions)[]) =>
    names.some((name) => chart.options[name] !== before[name]);

  const hadRows = chart.rows.count > 0 || chart.lastRows !== null;
  const patched = changed("rows") ? patchRows(stage) : [];
  const topRow = patched ? chart.viewport.top / before.rowHeight : takeRows(stage, before.rowHeight);
  if (changed("columns")) chart.columnWidths = new Map();
  if (changed("selectedIds")) chart.selection = chart.options.selectedIds;
  const isStackedChange = (before.gridWidth === 0) !== (chart.options.gridWidth === 0);
  if (changed("columns", "words", "locale") || isStackedChange) views.tree.rebuild();

  if (!hadRows && chart.rows.count > 0 && chart.options.place) startView(stage);
  else if (
    patched === null ||
    changed("scale", "rowHeight", "barHeight", "today", "words", "locale", "dayKind", "sprints") ||
    isStackedChange
  )
    stage.layOut(undefined, { topRow });
  else {
    if (patched.length > 0) stage.redrawRows(patched);
    if (changed("gridWidth")) stage.resize();
    if (changed("links")) views.links.setLinks();
    if (changed("selectedIds")) stage.setSelection(chart.selection);
  }
}

/** Another scale is asked for by name: days get its width. An echo of what zooming reached changes nothing. */
function takeScale(chart: Chart, scale: GanttScale | undefined): void {
  if (scale === undefined || scale === chart.askedScale) return;
  chart.askedScale = scale;
  if (scale === chart.options.scale) return;
  chart.options = { ...chart.options, scale };
  chart.pxPerDay = SCALE_SHAPES[scale].pxPerDay;
  chart.reach = null;
}

/**
 * Takes over rows that have other contents but the same places and the same first and last day. Returns the indexes of
 * those that changed, or are shown no longer as they were dragged; null where everything must be laid out anew.
 */
function patchRows({ chart }: Stage): readonly number[] | null {
  const { rows: before, edits } = chart;
  const patch = before.count > 0 ? patchRowModel(before, chart.options.rows) : null;
  if (!patch) return null;
  chart.rows = patch.model;
  chart.edits = new Map();
  if (!isSameRange(before.range, patch.model.range)) return null;
  const dragged = [...edits.keys()].flatMap((id) => patch.model.indexOf(id) ?? []);
  return dragged.length === 0 ? patch.changed : [...new Set([...patch.changed, ...dragged])];
}

function isSameRange(a: DayRange | null, b: DayRange | null): boolean {
  return a?.from === b?.from && a?.to === b?.to;
}

/**
 * New rows end what was shown in their stead; the tab stop stays with its row or goes to the one that takes over.
 * Returns which row, with its fraction, must come to the top of the view for it to stay where it is.
 */
function takeRows({ chart }: Stage, rowHeight: number): number {
  const { top, height } = chart.viewport;
  const shown = { rows: chart.rows, topRow: top / rowHeight, focusIndex: chart.focusIndex };
  const before = chart.lastRows ?? shown;
  const after = createRowModel(chart.options.rows);
  chart.rows = after;
  chart.edits = new Map();
  chart.hoverIndex = null;
  chart.lastRows = after.count === 0 && before.rows.count > 0 ? before : null;
  const focused = before.rows.at(before.focusIndex);
  const kept = focused && after.indexOf(focused.id);
  chart.focusIndex = kept ?? successorOf(before.rows, after, before.focusIndex) ?? 0;
  return anchoredTopRow(before.rows, after, { topRow: before.topRow, rowsInView: height / rowHeight });
}
