import { toDayNumber } from "@gantry/schedule";
import { unitStarts } from "../../model/calendar.ts";
import { SCALE_SHAPES } from "../../model/scale.ts";
import { dayToX, xToDay } from "../../model/time-axis.ts";
import { ROW_HEIGHT } from "../layout.ts";
import { INK } from "../palette.ts";
import type { Scene, Tile } from "./scene.ts";

/** Days off are shaded where a day is at least so wide. */
const LEAST_SHADED_DAY_PX = 2.5;
const HATCH_PX = 6;

/** What lies behind the bars: the running sprint, days off, lines of the header's units and of the rows. */
export function drawBackdrop({ surface, layout, data }: Scene, tile: Tile): void {
  const { axis, scale } = layout;
  const top = tile.fromRow * ROW_HEIGHT;
  const height = (tile.toRow - tile.fromRow) * ROW_HEIGHT;
  const band = (fromDay: number, toDay: number) => {
    const left = Math.max(dayToX(axis, fromDay), tile.fromX);
    const right = Math.min(dayToX(axis, toDay + 1), tile.toX);
    return right > left ? { x: left, y: top, width: right - left, height } : null;
  };
  for (const sprint of data.sprints) {
    if (!sprint.current) continue;
    const box = band(toDayNumber(sprint.start), toDayNumber(sprint.end));
    if (box) surface.rect(box, { fill: INK.band });
  }
  if (axis.pxPerDay >= LEAST_SHADED_DAY_PX)
    for (const { from, to, kind } of data.daysOff) {
      const box = band(from, to);
      if (!box) continue;
      surface.rect(box, { fill: INK.weekend });
      if (kind === "holiday") surface.path(hatch(box, HATCH_PX), { stroke: INK.holiday, strokeWidth: 1 });
    }
  const range = { from: xToDay(axis, tile.fromX), to: xToDay(axis, tile.toX) };
  let lines = "";
  for (const day of unitStarts(SCALE_SHAPES[scale].lower, range))
    lines += `M${round(dayToX(axis, day))} ${top}v${height}`;
  for (let row = tile.fromRow + 1; row <= tile.toRow; row += 1)
    lines += `M${round(tile.fromX)} ${row * ROW_HEIGHT - 0.5}H${round(tile.toX)}`;
  surface.path(lines, { stroke: INK.grid, strokeWidth: 1 });
}

/** The line of today, above the bars. */
export function drawTodayLine({ surface, layout, today }: Scene, tile: Tile): void {
  const x = dayToX(layout.axis, today) + layout.axis.pxPerDay / 2;
  if (x < tile.fromX || x > tile.toX) return;
  const top = tile.fromRow * ROW_HEIGHT;
  surface.path(`M${round(x)} ${top}V${tile.toRow * ROW_HEIGHT}`, { stroke: INK.accent, strokeWidth: 1.5 });
}

/** Slanted lines that end at the edges of a box. */
export function hatch(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  by: number,
): string {
  let data = "";
  const bottom = y + height;
  for (let offset = by - height; offset < width; offset += by) {
    const left = Math.max(0, offset);
    const right = Math.min(width, offset + height);
    data += `M${round(x + left)} ${round(bottom - (left - offset))}L${round(x + right)} ${round(bottom - (right - offset))}`;
  }
  return data;
}

/** Hundredths of a pixel are enough on paper. */
export function round(length: number): number {
  return Math.round(length * 100) / 100;
}
