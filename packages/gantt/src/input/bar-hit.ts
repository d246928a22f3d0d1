import { barBoxOf, editableBar, type Chart } from "../chart.ts";
import type { BarGesture } from "../model/bar-edit.ts";
import { barZoneAt } from "../model/bar-zone.ts";

export type BarHit = {
  index: number;
  /** What a drag from here would do; null where the bar may not be changed. */
  gesture: BarGesture | null;
};

/** The bar at a point of the chart, found in the geometry, not in the DOM. */
export function barHitAt(chart: Chart, point: { x: number; y: number }): BarHit | null {
  const index = Math.floor(point.y / chart.options.rowHeight);
  const row = chart.rows.at(index);
  const box = barBoxOf(chart, index);
  if (!row || !box) return null;
  const bar = editableBar(chart, index);
  const isBar = row.shape === "bar" && bar !== null;
  const zone = barZoneAt({ box, progress: isBar ? bar.progress : null, resizable: isBar, point });
  return zone && { index, gesture: bar ? zone : null };
}
