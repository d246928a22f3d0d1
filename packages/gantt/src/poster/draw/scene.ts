import { toDayNumber, type DayNumber } from "@gantry/schedule";
import { barBox, type Box, type RowMetrics } from "../../model/bar-box.ts";
import { createRowModel, type RowModel } from "../../model/row-model.ts";
import { BAR_HEIGHT, type PosterLayout, ROW_HEIGHT } from "../layout.ts";
import type { PosterData } from "../poster-data.ts";
import type { Surface } from "../surface.ts";

/** What every part of the drawing reads: the data, where it goes, and what is drawn on. */
export type Scene = {
  data: PosterData;
  layout: PosterLayout;
  rows: RowModel;
  today: DayNumber;
  surface: Surface;
};

/** The part of the chart on one page, in the chart's pixels: x on the axis, rows from the first. */
export type Tile = { fromX: number; toX: number; fromRow: number; toRow: number };

const METRICS: RowMetrics = { rowHeight: ROW_HEIGHT, barHeight: BAR_HEIGHT, stacked: false };

export function createScene(input: { data: PosterData; layout: PosterLayout; surface: Surface }): Scene {
  return { ...input, rows: createRowModel(input.data.rows), today: toDayNumber(input.data.today) };
}

/** Where a row's bar is on the whole poster; null for a row without one. */
export function posterBarBox({ rows, layout }: Scene, index: number): Box | null {
  const row = rows.at(index);
  const span = rows.spanOf(index);
  if (!row || !span || row.shape === "none") return null;
  return barBox({ shape: row.shape, span, index, axis: layout.axis, metrics: METRICS });
}

/** Width of the hatched tail from a late bar's end to yesterday. */
export function tailWidth({ rows, layout, today }: Scene, index: number): number {
  const row = rows.at(index);
  const span = rows.spanOf(index);
  if (!row || !span || !row.overdue || row.shape !== "bar") return 0;
  return Math.max(0, today - 1 - span.end) * layout.axis.pxPerDay;
}
