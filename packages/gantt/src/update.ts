import type { Chart } from "./chart.ts";
import { anchoredTopRow, successorOf } from "./model/row-anchor.ts";
import { createRowModel } from "./model/row-model.ts";
import { SCALE_SHAPES } from "./model/scale.ts";
import { rowsOfPlace } from "./place.ts";
import type { Stage } from "./stage.ts";
import type { GanttOptions, GanttScale } from "./types.ts";

/** Takes over the options that differ and draws no more than they need. */
export function applyUpdate(stage: Stage, change: Partial<GanttOptions>): void {
  const { chart, views } = stage;
  const before = chart.options;
  chart.options = { ...before, ...change, scale: before.scale };
  takeScale(chart, change.scale);
  const changed = (...names: readonly (keyof GanttOptions)[]) =>
    names.some((name) => chart.options[name] !== before[name]);

  const topRow = changed("rows") ? takeRows(stage, before.rowHeight) : chart.viewport.top / before.rowHeight;
  if (changed("columns")) chart.columnWidths = new Map();
  if (changed("selectedIds")) chart.selection = chart.options.selectedIds;
  const isStackedChange = (before.gridWidth === 0) !== (chart.options.gridWidth === 0);
  if (changed("columns", "words", "locale") || isStackedChange) views.tree.rebuild();

  if (
    changed("rows", "scale", "rowHeight", "barHeight", "today", "words", "locale", "dayKind", "sprints") ||
    isStackedChange
  )
    stage.layOut(undefined, { topRow });
  else {
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
  if (after.count === 0 || before.rows.count === 0) {
    const { place } = chart.options;
    const start = after.count > 0 && place ? rowsOfPlace(chart, place) : { topRow: 0, focusIndex: 0 };
    chart.focusIndex = start.focusIndex;
    return start.topRow;
  }
  const focused = before.rows.at(before.focusIndex);
  const kept = focused && after.indexOf(focused.id);
  chart.focusIndex = kept ?? successorOf(before.rows, after, before.focusIndex) ?? 0;
  return anchoredTopRow(before.rows, after, { topRow: before.topRow, rowsInView: height / rowHeight });
}
