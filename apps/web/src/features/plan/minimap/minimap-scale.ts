import type { IsoDate } from "@gantry/api-contract";
import type { GanttViewport } from "@gantry/gantt";
import { toDayNumber } from "@gantry/schedule";

const PAD_DAYS = 7;

/** Where days and rows stand in the minimap, in pixels from its upper left corner. */
export type MinimapScale = {
  firstDay: number;
  days: number;
  rows: number;
  width: number;
  height: number;
};

export type Frame = { left: number; top: number; width: number; height: number };

export function toMinimapScale(
  span: { start: IsoDate; end: IsoDate },
  size: { rows: number; width: number; height: number },
): MinimapScale {
  const firstDay = toDayNumber(span.start) - PAD_DAYS;
  return { ...size, firstDay, days: toDayNumber(span.end) + 1 + PAD_DAYS - firstDay };
}

export function xOfDay(scale: MinimapScale, day: number): number {
  return ((day - scale.firstDay) / scale.days) * scale.width;
}

/** Few rows don't fill the height: a row takes no more than this. */
const TALLEST_ROW_PX = 4;

export function rowHeightOf(scale: MinimapScale): number {
  return scale.rows === 0 ? 0 : Math.min(TALLEST_ROW_PX, scale.height / scale.rows);
}

/** The point of the plan under a point of the minimap. */
export function pointAt(scale: MinimapScale, at: { x: number; y: number }): { day: number; row: number } {
  const rowHeight = rowHeightOf(scale);
  const row = rowHeight === 0 ? 0 : at.y / rowHeight;
  return {
    day: scale.firstDay + (Math.min(scale.width, Math.max(0, at.x)) / scale.width) * scale.days,
    row: Math.min(scale.rows, Math.max(0, row)),
  };
}

const LEAST_FRAME_PX = 6;

/** The view's frame, kept inside and large enough to be seen and taken. */
export function frameOf(scale: MinimapScale, view: GanttViewport): Frame {
  const rowHeight = rowHeightOf(scale);
  const across = within(xOfDay(scale, view.fromDay), xOfDay(scale, view.toDay), scale.width);
  const down = within(view.fromRow * rowHeight, view.toRow * rowHeight, scale.height);
  return { left: across.from, width: across.length, top: down.from, height: down.length };
}

function within(from: number, to: number, limit: number): { from: number; length: number } {
  const start = Math.min(Math.max(0, from), limit - LEAST_FRAME_PX);
  return { from: start, length: Math.max(LEAST_FRAME_PX, Math.min(to, limit) - start) };
}

/** The middle of a view. */
export function centreOf(view: GanttViewport): { day: number; row: number } {
  return { day: (view.fromDay + view.toDay) / 2, row: (view.fromRow + view.toRow) / 2 };
}
