import type { GanttCell, GanttRow } from "../../types.ts";
import { drawFitted } from "../fit-text.ts";
import { ROW_HEIGHT } from "../layout.ts";
import { CATEGORY_INK, INK, TONE_INK } from "../palette.ts";
import type { PosterColumn, PosterRow } from "../poster-data.ts";
import { round } from "./draw-backdrop.ts";
import type { Scene } from "./scene.ts";

const PADDING = 6;
const INDENT = 13;
const TITLE_PADDING = 8;
/** An indented title keeps at least this part of its column. */
const MOST_INDENT_PART = 0.45;
const ICON = 12;
const METER = { width: 30, height: 4 } as const;
const SIZE = 10;

export type GridPlace = { columns: readonly PosterColumn[]; width: number };

/** The tree-grid of a page: titles with their place in the tree, and the cells. */
export function drawGrid(
  scene: Scene,
  { fromRow, toRow, ...place }: GridPlace & { fromRow: number; toRow: number },
): void {
  const { surface, data } = scene;
  surface.rect(
    { x: 0, y: fromRow * ROW_HEIGHT, width: place.width, height: (toRow - fromRow) * ROW_HEIGHT },
    { fill: INK.paper },
  );
  let lines = "";
  for (let index = fromRow; index < toRow; index += 1) {
    const row = data.rows[index];
    if (row) drawRow(scene, { row, index, ...place });
    lines += `M0 ${(index + 1) * ROW_HEIGHT - 0.5}H${round(place.width)}`;
  }
  surface.path(lines, { stroke: INK.grid, strokeWidth: 1 });
}

function drawRow(scene: Scene, { row, index, columns }: GridPlace & { row: PosterRow; index: number }): void {
  const top = index * ROW_HEIGHT;
  let x = 0;
  columns.forEach((column, at) => {
    const cell = row.cells[at];
    if (cell && at === 0) {
      const indent = Math.min((row.level - 1) * INDENT, column.width * MOST_INDENT_PART);
      const left = x + TITLE_PADDING + indent;
      drawCell(scene, {
        cell: titleCell(row, cell),
        left,
        right: x + column.width - PADDING,
        top,
        bold: isBold(row),
        align: "start",
      });
    } else if (cell)
      drawCell(scene, {
        cell,
        left: x + PADDING,
        right: x + column.width - PADDING,
        top,
        bold: false,
        align: column.align,
      });
    x += column.width;
  });
}

function isBold({ shape, heading }: GanttRow): boolean {
  return shape === "summary" || heading;
}

function titleCell({ muted }: GanttRow, cell: GanttCell): GanttCell {
  return { ...cell, tone: muted ? "faint" : (cell.tone ?? "default") };
}

type CellPlace = { cell: GanttCell; left: number; right: number; top: number; bold: boolean; align: "start" | "end" };

function drawCell(scene: Scene, { cell, left, right, top, bold, align }: CellPlace): void {
  const { surface } = scene;
  const middle = top + ROW_HEIGHT / 2 - 0.5;
  let x = left;
  const icon = cell.icon === undefined ? undefined : scene.data.icons[cell.icon];
  if (icon) {
    const colour = cell.iconCategory ? CATEGORY_INK[cell.iconCategory].line : TONE_INK[cell.iconTone ?? "muted"];
    const place = { x, y: middle - ICON / 2, scale: ICON / 16 };
    if (icon.line) surface.path(icon.line, { stroke: colour, strokeWidth: 1.5, place });
    if (icon.dash) surface.path(icon.dash, { stroke: colour, strokeWidth: 1.5, dash: [2, 2], place });
    if (icon.solid) surface.path(icon.solid, { fill: colour, evenOdd: true, place });
    x += ICON + 5;
  }
  if (cell.meter !== undefined) {
    const box = { x, y: middle - METER.height / 2, width: METER.width, height: METER.height, corner: 2 };
    surface.rect(box, { fill: INK.border });
    const done = (METER.width * Math.min(100, Math.max(0, cell.meter))) / 100;
    if (done > 0) surface.rect({ ...box, width: done }, { fill: INK.muted });
    x += METER.width + 5;
  }
  const fill = TONE_INK[cell.tone ?? "muted"];
  drawFitted(surface, {
    text: cell.text,
    x: align === "end" ? right : x,
    y: middle + SIZE * 0.36,
    most: right - x,
    size: SIZE,
    bold,
    fill,
    anchor: align,
  });
}
