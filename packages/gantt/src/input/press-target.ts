import { barBoxOf, editableBar, shapeOf, type Chart } from "../chart.ts";
import type { BarGesture } from "../model/bar-edit.ts";
import { barZoneAt } from "../model/bar-zone.ts";
import { linkHandleHit, type BarEnd } from "../model/link-end.ts";
import type { ChartPoint } from "../scrolling.ts";
import type { Stage } from "../stage.ts";

/** What a press at a point of the chart would take hold of. */
export type PressTarget =
  | { kind: "link-end"; index: number; end: BarEnd }
  /** `zone` says what a drag would do; null where the bar may not be changed. */
  | { kind: "bar"; index: number; zone: BarGesture | null }
  | { kind: "link"; id: string }
  /** The lane of a row without dates that may have some. */
  | { kind: "lane"; index: number }
  | { kind: "empty" };

export type TargetInput = {
  point: ChartPoint;
  /** The bar whose link handles are shown. */
  handledIndex: number | null;
  coarse: boolean;
};

const LINK_REACH_PX = { fine: 4, coarse: 12 } as const;

/** Found in the geometry, not in the DOM. */
export function targetAt({ chart, views }: Stage, { point, handledIndex, coarse }: TargetInput): PressTarget {
  const handledBox = handledIndex === null ? null : barBoxOf(chart, handledIndex);
  if (handledIndex !== null && handledBox && chart.options.onLinkDraw) {
    const end = linkHandleHit(handledBox, { point, coarse });
    if (end) return { kind: "link-end", index: handledIndex, end };
  }
  const bar = barAt(chart, { point, coarse });
  if (bar) return bar;
  const link = chart.options.onLinkOpen && views.links.linkAt(point, LINK_REACH_PX[coarse ? "coarse" : "fine"]);
  if (link) return { kind: "link", id: link };
  const index = Math.floor(point.y / chart.options.rowHeight);
  return takesDates(chart, index) ? { kind: "lane", index } : { kind: "empty" };
}

function barAt(chart: Chart, { point, coarse }: Pick<TargetInput, "point" | "coarse">): PressTarget | null {
  const index = Math.floor(point.y / chart.options.rowHeight);
  const row = chart.rows.at(index);
  const box = barBoxOf(chart, index);
  if (!row || !box) return null;
  const bar = editableBar(chart, index);
  const isBar = bar !== null && shapeOf(chart, row) === "bar";
  const zone = barZoneAt({ box, progress: isBar ? bar.progress : null, resizable: isBar, point, coarse });
  return zone && { kind: "bar", index, zone: bar ? zone : null };
}

/** Whether a gesture may give the row its first dates. */
export function takesDates(chart: Chart, index: number): boolean {
  const row = chart.rows.at(index);
  return row !== undefined && !row.heading && row.lockedReason === null && shapeOf(chart, row) === "none";
}
