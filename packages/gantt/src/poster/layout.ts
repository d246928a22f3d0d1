import type { DayNumber } from "@gantry/schedule";
import { startOfNextUnit, startOfUnit } from "../model/calendar.ts";
import { SCALE_SHAPES } from "../model/scale.ts";
import type { DayRange, TimeAxis } from "../model/time-axis.ts";
import type { GanttScale } from "../types.ts";
import type { PosterSheet } from "./sheet.ts";

/** A strip of the time axis on one column of pages, in the axis' pixels, beside its own width of the tree-grid. */
export type PosterPageColumn = { fromX: number; toX: number; gridWidth: number };
/** Rows on one row of pages, `to` exclusive. */
export type PosterPageRow = { from: number; to: number };

export type PosterLayout = {
  axis: TimeAxis;
  /** Units of the time header. */
  scale: GanttScale;
  page: { width: number; height: number; margin: number };
  /** How many of the columns are drawn on the first column of pages; the title is repeated on all. */
  columnCount: number;
  titleWidth: number;
  headHeight: number;
  pageColumns: readonly PosterPageColumn[];
  pageRows: readonly PosterPageRow[];
};

export type LayoutInput = {
  rowCount: number;
  /** First and last day that is drawn; null without any. */
  span: DayRange | null;
  today: DayNumber;
  hasSprints: boolean;
  /** Widths of the columns, the title's first. */
  columnWidths: readonly number[];
  sheet: PosterSheet;
  scale: GanttScale;
  /** Narrows (or widens) the days so that the whole plan is one page wide. Needs a sheet. */
  fitWidth: boolean;
};

export const ROW_HEIGHT = 24;
export const BAR_HEIGHT = 14;
export const TITLE_STRIP = 44;
export const FOOT_STRIP = 26;
export const TIER_HEIGHT = 24;
const ENDLESS_MARGIN = 24;
/** The tree-grid takes at most this part of a page's width. */
const MOST_GRID_PART = 0.55;
const LEAST_TITLE = 150;
const MOST_REPEATED_TITLE = 260;
/** Room for a label to the right of the last bar. */
const TRAILING_PX = 130;
const LEADING_PX = 12;

/** Days a page is divided into; which rows and which days stand on which page. */
export function layOutPoster(input: LayoutInput): PosterLayout {
  const { sheet, rowCount } = input;
  const headHeight = TIER_HEIGHT * (input.hasSprints ? 3 : 2);
  const grid = chooseColumns(input.columnWidths, sheet === null ? Infinity : contentWidth(sheet) * MOST_GRID_PART);
  const { axis, scale } = createAxis(input, grid.width);
  if (sheet === null) {
    const margin = ENDLESS_MARGIN;
    const width = grid.width + axis.widthPx + margin * 2;
    const height = TITLE_STRIP + headHeight + rowCount * ROW_HEIGHT + FOOT_STRIP + margin * 2;
    return {
      axis,
      scale,
      page: { width: Math.ceil(width), height: Math.ceil(height), margin },
      columnCount: grid.count,
      titleWidth: grid.titleWidth,
      headHeight,
      pageColumns: [{ fromX: 0, toX: axis.widthPx, gridWidth: grid.width }],
      pageRows: [{ from: 0, to: rowCount }],
    };
  }
  const bodyHeight = sheet.height - sheet.margin * 2 - TITLE_STRIP - headHeight - FOOT_STRIP;
  const pageColumns = divideAxis(axis.widthPx, { full: contentWidth(sheet), grid });
  const last = pageColumns.at(-1);
  return {
    // The axis goes on to the edge of the last page.
    axis: { ...axis, widthPx: last?.toX ?? 0, endDay: axis.originDay + Math.ceil((last?.toX ?? 0) / axis.pxPerDay) },
    scale,
    page: sheet,
    columnCount: grid.count,
    titleWidth: grid.titleWidth,
    headHeight,
    pageColumns,
    pageRows: divideRows(rowCount, Math.max(1, Math.floor(bodyHeight / ROW_HEIGHT))),
  };
}

function contentWidth(sheet: NonNullable<PosterSheet>): number {
  return sheet.width - sheet.margin * 2;
}

type Grid = { count: number; width: number; titleWidth: number; repeatedWidth: number };

/** As many columns as fit, in their order; a title gives way before a column does. */
function chooseColumns(widths: readonly number[], most: number): Grid {
  const [wanted = LEAST_TITLE, ...others] = widths;
  const roomFor = (title: number) => {
    let width = title;
    let count = 1;
    for (const other of others) {
      if (width + other > most) break;
      width += other;
      count += 1;
    }
    return { count, width };
  };
  const all = roomFor(Math.min(wanted, LEAST_TITLE));
  const spare = Math.max(0, Math.min(wanted, most) - Math.min(wanted, LEAST_TITLE));
  const added = Math.min(spare, Math.max(0, most - all.width));
  const titleWidth = Math.min(wanted, LEAST_TITLE) + added;
  const repeatedWidth = Math.min(titleWidth, MOST_REPEATED_TITLE, most);
  return { count: all.count, width: all.width + added, titleWidth, repeatedWidth };
}

function createAxis(input: LayoutInput, gridWidth: number): { axis: TimeAxis; scale: GanttScale } {
  const { sheet } = input;
  const span = input.span ?? { from: input.today, to: input.today };
  if (sheet === null || !input.fitWidth) {
    const { scale } = input;
    return { scale, axis: axisOver(span, { pxPerDay: SCALE_SHAPES[scale].pxPerDay, scale }) };
  }
  const room = contentWidth(sheet) - gridWidth;
  const days = span.to - span.from + 1;
  const pxPerDay = Math.min((room - LEADING_PX - TRAILING_PX) / days, SCALE_SHAPES.day.pxPerDay);
  const originDay = span.from - Math.ceil(LEADING_PX / pxPerDay);
  const axis = { originDay, endDay: originDay + Math.ceil(room / pxPerDay), pxPerDay, widthPx: room };
  return { axis, scale: scaleFor(pxPerDay) };
}

/** Cut to whole units of the header's lower row. */
function axisOver(span: DayRange, { pxPerDay, scale }: { pxPerDay: number; scale: GanttScale }): TimeAxis {
  const { lower } = SCALE_SHAPES[scale];
  const originDay = startOfUnit(span.from - Math.ceil(LEADING_PX / pxPerDay), lower);
  const endDay = startOfNextUnit(span.to + Math.ceil(TRAILING_PX / pxPerDay), lower);
  return { originDay, endDay, pxPerDay, widthPx: Math.ceil((endDay - originDay) * pxPerDay) };
}

/** The finest header whose cells are wide enough to read at so many pixels a day. */
function scaleFor(pxPerDay: number): GanttScale {
  if (pxPerDay >= 18) return "day";
  if (pxPerDay >= 6) return "week";
  if (pxPerDay >= 0.75) return "month";
  return pxPerDay >= 0.4 ? "quarter" : "year";
}

function divideAxis(widthPx: number, { full, grid }: { full: number; grid: Grid }): PosterPageColumn[] {
  const columns: PosterPageColumn[] = [{ fromX: 0, toX: full - grid.width, gridWidth: grid.width }];
  for (let fromX = full - grid.width; fromX < widthPx - 0.5;) {
    const toX = fromX + full - grid.repeatedWidth;
    columns.push({ fromX, toX, gridWidth: grid.repeatedWidth });
    fromX = toX;
  }
  return columns;
}

function divideRows(rowCount: number, rowsAPage: number): PosterPageRow[] {
  const pages: PosterPageRow[] = [];
  for (let from = 0; from === 0 || from < rowCount; from += rowsAPage)
    pages.push({ from, to: Math.min(rowCount, from + rowsAPage) });
  return pages;
}
