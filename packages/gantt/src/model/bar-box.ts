import type { GanttShape } from "../types.ts";
import type { DaySpan } from "./row-model.ts";
import { dayToX, type TimeAxis } from "./time-axis.ts";

/** A rectangle in the chart's own pixels: 0,0 is the origin day in the first row. */
export type Box = { x: number; y: number; width: number; height: number };

export type RowMetrics = {
  rowHeight: number;
  barHeight: number;
  /** Titles stand above the bars: the bar sits at the foot of its row. */
  stacked: boolean;
};

/** Half the diagonal of the diamond. */
const MILESTONE_RADIUS_PX = 7;
const SUMMARY_HEIGHT_PX = 5;
const STACKED_FOOT_PX = 5;

export type BarBoxInput = { shape: GanttShape; span: DaySpan; index: number; axis: TimeAxis; metrics: RowMetrics };

/** Where a row's bar is: what is drawn, what is hit and what links join. */
export function barBox({ shape, span, index, axis, metrics }: BarBoxInput): Box {
  const top = index * metrics.rowHeight + barTop(metrics);
  const x = dayToX(axis, span.start);
  const width = Math.max((span.end - span.start + 1) * axis.pxPerDay, 2);
  if (shape === "milestone") {
    const centreX = x + axis.pxPerDay / 2;
    return around(centreX, top + metrics.barHeight / 2);
  }
  if (shape === "summary")
    return { x, y: top + (metrics.barHeight - SUMMARY_HEIGHT_PX) / 2 - 1, width, height: SUMMARY_HEIGHT_PX };
  return { x, y: top, width, height: metrics.barHeight };
}

/** Distance from the top of a row to its bar. */
export function barTop({ rowHeight, barHeight, stacked }: RowMetrics): number {
  return stacked ? rowHeight - barHeight - STACKED_FOOT_PX : (rowHeight - barHeight) / 2;
}

function around(x: number, y: number): Box {
  const size = MILESTONE_RADIUS_PX * 2;
  return { x: x - MILESTONE_RADIUS_PX, y: y - MILESTONE_RADIUS_PX, width: size, height: size };
}

export function boxesTouch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
