import type { Chart } from "./chart.ts";
import { createRowModel } from "./model/row-model.ts";
import { SCALE_SHAPES } from "./model/scale.ts";
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

  if (changed("rows")) takeRows(stage);
  if (changed("selectedIds")) chart.selection = chart.options.selectedIds;
  const isStackedChange = (before.gridWidth === 0) !== (chart.options.gridWidth === 0);
  if (changed("columns", "words", "locale") || isStackedChange) views.tree.rebuild();

  if (changed("rows", "scale", "rowHeight", "barHeight", "gridWidth", "today", "words", "locale", "dayKind", "sprints"))
    layOutInPlace(stage, before.rowHeight);
  else {
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

/** New rows end what was shown in their stead; the tab stop stays with its row. */
function takeRows({ chart, views }: Stage): void {
  const focused = chart.rows.at(chart.focusIndex);
  const hadFocus = chart.frame.treeBody.contains(document.activeElement);
  chart.rows = createRowModel(chart.options.rows);
  chart.edits = new Map();
  chart.hoverIndex = null;
  const index = focused && chart.rows.indexOf(focused.id);
  const focusIndex = index ?? Math.max(0, Math.min(chart.focusIndex, chart.rows.count - 1));
  if (focusIndex === chart.focusIndex) return;
  chart.focusIndex = focusIndex;
  if (hadFocus) views.tree.paintFocus(true);
}

/** Other row heights keep the first row in view. */
function layOutInPlace(stage: Stage, rowHeightBefore: number): void {
  const { chart } = stage;
  const { rowHeight } = chart.options;
  const topRow = chart.viewport.top / rowHeightBefore;
  stage.layOut();
  if (rowHeight === rowHeightBefore) return;
  chart.frame.scroller.scrollTop = topRow * rowHeight;
  stage.readViewport();
  stage.paint();
}
