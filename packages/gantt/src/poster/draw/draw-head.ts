import { toDayNumber } from "@gantry/schedule";
import { dayToX } from "../../model/time-axis.ts";
import { drawFitted } from "../fit-text.ts";
import { TIER_HEIGHT } from "../layout.ts";
import { INK } from "../palette.ts";
import type { PosterHeadCell } from "../poster-data.ts";
import { round } from "./draw-backdrop.ts";
import type { GridPlace } from "./draw-grid.ts";
import type { Scene, Tile } from "./scene.ts";

const SIZE = 10;
const LEAST_NAME_PX = 26;
const LOWER = { y: TIER_HEIGHT + 15.5, bold: false, fill: INK.text } as const;

/** Names of the columns, at the foot of the header. */
export function drawColumnNames({ surface, layout }: Scene, { columns }: GridPlace): void {
  let x = 0;
  columns.forEach((column, at) => {
    const padding = at === 0 ? 8 : 6;
    const isEnd = column.align === "end";
    drawFitted(surface, {
      text: column.header,
      x: isEnd ? x + column.width - padding : x + padding,
      y: layout.headHeight - 8,
      most: column.width - padding * 2 + 4,
      size: SIZE,
      fill: INK.muted,
      anchor: column.align,
    });
    x += column.width;
  });
}

/** The time header of a page in two tiers, sprints in the third, today's tag. x is the axis' own. */
export function drawTimeHead(scene: Scene, tile: Tile): void {
  const { surface, data, layout } = scene;
  const cells = (tier: readonly PosterHeadCell[]) =>
    tier.flatMap((cell) => {
      const left = dayToX(layout.axis, cell.day);
      const right = dayToX(layout.axis, cell.endDay);
      return right > tile.fromX && left < tile.toX ? [{ cell, left, right }] : [];
    });
  let lines = "";
  for (const { cell, left, right } of cells(data.head.upper)) {
    // A unit that began on an earlier page is named again.
    const from = Math.max(left, tile.fromX);
    drawFirstFitting(scene, { cell, left: from, right: Math.min(right, tile.toX), y: 16, bold: true, fill: INK.text });
    lines += `M${round(left)} 4V${TIER_HEIGHT}`;
  }
  for (const { cell, left, right } of cells(data.head.lower)) {
    // One that is cut off has its name on the page where it begins.
    if (left >= tile.fromX - 1) drawFirstFitting(scene, { cell, left, right: Math.min(right, tile.toX), ...LOWER });
    lines += `M${round(left)} ${TIER_HEIGHT}V${layout.headHeight}`;
  }
  surface.path(lines, { stroke: INK.border, strokeWidth: 1 });
  if (layout.headHeight > TIER_HEIGHT * 2) drawSprints(scene, tile);
  drawTodayTag(scene, tile);
}

type HeadText = { cell: PosterHeadCell; left: number; right: number; y: number; bold: boolean; fill: string };

function drawFirstFitting({ surface }: Scene, { cell, left, right, y, bold, fill }: HeadText): void {
  const room = right - left - 8;
  for (const text of cell.texts) {
    const width = surface.measure(text, { size: SIZE, bold });
    if (width > room + 4) continue;
    const isNarrow = width > room - 2;
    surface.text(text, {
      x: isNarrow ? (left + right) / 2 : left + 6,
      y,
      size: SIZE,
      bold,
      fill,
      anchor: isNarrow ? "middle" : "start",
    });
    const noteWidth = cell.note === "" ? 0 : surface.measure(cell.note, { size: SIZE });
    if (noteWidth > 0 && width + noteWidth + 8 <= room)
      surface.text(cell.note, { x: left + 6 + width + 6, y, size: SIZE, fill: INK.faint });
    return;
  }
}

function drawSprints({ surface, data, layout }: Scene, tile: Tile): void {
  const y = TIER_HEIGHT * 2 + 3;
  for (const sprint of data.sprints) {
    const left = dayToX(layout.axis, toDayNumber(sprint.start)) + 1;
    const width = dayToX(layout.axis, toDayNumber(sprint.end) + 1) - left - 2;
    if (width < 3 || left > tile.toX || left + width < tile.fromX) continue;
    const paint = sprint.current
      ? { fill: INK.accentSoft, stroke: INK.accentLine, strokeWidth: 1 }
      : { fill: INK.sunken, stroke: INK.border, strokeWidth: 1 };
    surface.rect({ x: left, y, width, height: 16, corner: 3 }, paint);
    const from = Math.max(left, tile.fromX);
    const most = Math.min(left + width, tile.toX) - from - 8;
    if (most < LEAST_NAME_PX) continue;
    const fill = sprint.current ? INK.accentText : INK.muted;
    drawFitted(surface, { text: sprint.name, x: from + 5, y: y + 11.5, most, size: 9.5, bold: sprint.current, fill });
  }
}

function drawTodayTag({ surface, data, layout, today }: Scene, tile: Tile): void {
  const x = dayToX(layout.axis, today) + layout.axis.pxPerDay / 2;
  if (x < tile.fromX || x > tile.toX) return;
  const lettering = { size: 9.5, bold: true } as const;
  const width = surface.measure(data.words.today, lettering) + 12;
  const left = Math.min(Math.max(x - width / 2, tile.fromX), tile.toX - width);
  surface.rect({ x: left, y: 3, width, height: 17, corner: 5 }, { fill: INK.accent });
  surface.text(data.words.today, { ...lettering, x: left + width / 2, y: 15, fill: INK.onAccent, anchor: "middle" });
  surface.path(`M${round(x)} 20V${layout.headHeight}`, { stroke: INK.accent, strokeWidth: 1.5 });
}
