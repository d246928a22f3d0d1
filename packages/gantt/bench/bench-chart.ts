import type { GanttScale } from "../src/types.ts";
import type { PlanData, PlanItem } from "./plan-data.ts";

export type BenchScale = Extract<GanttScale, "day" | "week" | "month">;
export type Axis = "vertical" | "horizontal";

/** What is measured of a chart: each file of charts/ makes one. Its own form of the data is made outside the clock. */
export type BenchChart<Input> = {
  prepare: (data: PlanData, scale: BenchScale) => Input;
  open: (host: HTMLElement, input: Input) => OpenChart;
  /** Selector of a bar: without one in the page the chart is not drawn yet. */
  bar: string;
};

export type OpenChart = {
  /** What scrolls along an axis. */
  scroller: (axis: Axis) => Element | null;
  /** Shows one row with other dates; missing where the chart has no such call. */
  changeRow?: (index: number, item: PlanItem) => void;
  close: () => void;
};

/** Width of a day at each scale, and height of a row: the same for all. */
export const PX_PER_DAY = { day: 36, week: 16, month: 4 } as const satisfies Record<BenchScale, number>;
export const ROW_HEIGHT_PX = 28;
export const GRID_WIDTH_PX = 400;
