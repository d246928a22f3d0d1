import type { Chart } from "./chart.ts";

export const LEAST_GRID_PX = 160;
const MOST_SHARE = 0.7;

/** The tree-grid leaves the chart at least three tenths of the room. */
export function mostGridWidth(chart: Chart): number {
  return Math.max(LEAST_GRID_PX, Math.round(chart.frame.root.clientWidth * MOST_SHARE));
}

export function clampGridWidth(chart: Chart, width: number): number {
  return Math.round(Math.min(Math.max(width, LEAST_GRID_PX), mostGridWidth(chart)));
}

/** The width that was asked for, or what there is room for now: a narrow window hides neither the chart nor the splitter. */
export function shownGridWidth(chart: Chart): number {
  const isHidden = chart.frame.root.clientWidth === 0;
  return isHidden ? chart.askedGridWidth : Math.min(chart.askedGridWidth, mostGridWidth(chart));
}
