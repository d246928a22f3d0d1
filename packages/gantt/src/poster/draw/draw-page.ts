import { type PosterLayout, ROW_HEIGHT, TITLE_STRIP } from "../layout.ts";
import { INK } from "../palette.ts";
import type { PosterColumn, PosterData } from "../poster-data.ts";
import { drawBackdrop, drawTodayLine } from "./draw-backdrop.ts";
import { drawBar } from "./draw-bars.ts";
import { drawFoot, drawTitleStrip } from "./draw-frame.ts";
import { drawGrid } from "./draw-grid.ts";
import { drawColumnNames, drawTimeHead } from "./draw-head.ts";
import { drawLinks, type PlacedLink } from "./draw-links.ts";
import type { Scene, Tile } from "./scene.ts";

/** Rows that are drawn between two breaths. */
const ROWS_A_STEP = 100;

export type PageIndex = { row: number; column: number; number: number };

/** The pages in reading order: along the time first, then down the rows. */
export function pagesOf({ pageRows, pageColumns }: PosterLayout): PageIndex[] {
  return pageRows.flatMap((_, row) =>
    pageColumns.map((__, column) => ({ row, column, number: row * pageColumns.length + column })),
  );
}

/** Columns of the tree-grid on a page: all on the first column of pages, the title on the others. */
function columnsOn({ data, layout }: { data: PosterData; layout: PosterLayout }, column: number): PosterColumn[] {
  const [title, ...others] = data.columns;
  if (!title) return [];
  if (column > 0) return [{ ...title, width: layout.pageColumns[column]?.gridWidth ?? title.width }];
  return [{ ...title, width: layout.titleWidth }, ...others.slice(0, layout.columnCount - 1)];
}

/** Draws one page. Yields now and then, with the rows drawn since, so that the caller can breathe. */
export function* drawPage(
  scene: Scene,
  { page, links }: { page: PageIndex; links: readonly PlacedLink[] },
): Generator<number, void> {
  const { surface, layout, data } = scene;
  const strip = layout.pageColumns[page.column];
  const rows = layout.pageRows[page.row];
  if (!strip || !rows) return;
  const { width, height, margin } = layout.page;
  const grid = { columns: columnsOn(scene, page.column), width: strip.gridWidth };
  const top = margin + TITLE_STRIP;
  const bodyTop = top + layout.headHeight;
  const timeLeft = margin + strip.gridWidth;
  const timeWidth = strip.toX - strip.fromX;
  const wholeTile: Tile = { fromX: strip.fromX, toX: strip.toX, fromRow: rows.from, toRow: rows.to };

  surface.rect({ x: 0, y: 0, width, height }, { fill: INK.paper });
  drawTitleStrip(scene);
  for (let from = rows.from; from < rows.to; from += ROWS_A_STEP) {
    const tile = { ...wholeTile, fromRow: from, toRow: Math.min(rows.to, from + ROWS_A_STEP) };
    const y = bodyTop + (from - rows.from) * ROW_HEIGHT;
    const stepHeight = (tile.toRow - from) * ROW_HEIGHT;
    const dy = bodyTop - rows.from * ROW_HEIGHT;
    surface.enter({ clip: { x: timeLeft, y, width: timeWidth, height: stepHeight }, dx: timeLeft - strip.fromX, dy });
    drawBackdrop(scene, tile);
    drawLinks(scene, { links, tile });
    for (let index = tile.fromRow; index < tile.toRow; index += 1) drawBar(scene, { index, tile });
    drawTodayLine(scene, tile);
    surface.leave();
    surface.enter({ clip: { x: margin, y, width: strip.gridWidth, height: stepHeight }, dx: margin, dy });
    drawGrid(scene, { ...grid, fromRow: tile.fromRow, toRow: tile.toRow });
    surface.leave();
    yield tile.toRow - tile.fromRow;
  }
  surface.enter({
    clip: { x: margin, y: top, width: strip.gridWidth, height: layout.headHeight },
    dx: margin,
    dy: top,
  });
  drawColumnNames(scene, grid);
  surface.leave();
  surface.enter({
    clip: { x: timeLeft, y: top, width: timeWidth, height: layout.headHeight },
    dx: timeLeft - strip.fromX,
    dy: top,
  });
  drawTimeHead(scene, wholeTile);
  surface.leave();
  const bodyBottom = bodyTop + (rows.to - rows.from) * ROW_HEIGHT;
  const right = timeLeft + timeWidth;
  surface.path(`M${margin} ${bodyTop - 0.5}H${right}M${timeLeft - 0.5} ${top}V${bodyBottom}`, {
    stroke: INK.border,
    strokeWidth: 1,
  });
  drawFoot(scene, data.pageTexts[page.number] ?? "");
}
