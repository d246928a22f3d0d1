import {
  LEAST_COLUMN_PX,
  LEAST_TITLE_PX,
  sumOfWidths,
  TREE_BORDER_PX,
  type PlacedColumn,
} from "../model/column-layout.ts";
import type { Stage } from "../stage.ts";
import { applyUpdate } from "../update.ts";
import { clampGridWidth, mostGridWidth } from "../grid-width.ts";

/** One change of a column's width: tried as often as one likes, then told to the caller once, or taken back. */
export type ColumnWidthChange = {
  /** Shows the column that wide, or as wide as there is room for. */
  try: (widthPx: number) => void;
  /** Tells the caller; returns the width. */
  commit: () => number;
  cancel: () => void;
};

/**
 * A wider column makes the tree-grid wider, so that its edge follows the pointer; where the tree-grid can't grow, the first
 * column gives way down to its least width, and then the last columns vanish beyond the edge. The first column is as wide
 * as the tree-grid lets it.
 */
export function createColumnWidthChange(stage: Stage, columnId: string): ColumnWidthChange | null {
  const { chart, views } = stage;
  const placed = views.tree.columns();
  const at = placed.findIndex(({ column }) => column.id === columnId);
  const [title] = placed;
  const target = placed[at];
  if (!title || !target) return null;
  const { askedGridWidth } = chart;
  const before = { widths: chart.columnWidths, gridWidth: chart.options.gridWidth };
  const others = sumOfWidths(placed.filter((_, index) => index > 0 && index !== at));
  const leftOfIt = sumOfWidths(placed.slice(1, Math.max(1, at)));

  const show = (widths: ReadonlyMap<string, number>, gridWidth: number) => {
    chart.columnWidths = widths;
    if (gridWidth === chart.options.gridWidth) views.tree.fitColumns();
    else applyUpdate(stage, { gridWidth });
  };

  const widthNow = () => findWidth(views.tree.columns(), columnId) ?? target.widthPx;

  return {
    try: (widthPx) => {
      if (at === 0) {
        const wanted = Math.max(LEAST_TITLE_PX, widthPx) + others + TREE_BORDER_PX;
        return show(before.widths, clampGridWidth(chart, wanted));
      }
      const most = mostGridWidth(chart) - TREE_BORDER_PX - LEAST_TITLE_PX - leftOfIt;
      const width = Math.round(Math.max(LEAST_COLUMN_PX, Math.min(widthPx, most)));
      const gridWidth = clampGridWidth(chart, title.widthPx + others + width + TREE_BORDER_PX);
      show(new Map([...before.widths, [columnId, width]]), gridWidth);
    },
    commit: () => {
      const width = widthNow();
      const { gridWidth, onColumnResize, onGridWidthChange } = chart.options;
      if (at > 0 && width !== target.widthPx) onColumnResize?.(columnId, width);
      if (gridWidth !== before.gridWidth) onGridWidthChange?.(gridWidth);
      return width;
    },
    cancel: () => show(before.widths, askedGridWidth),
  };
}

/** Width that the widest of the column's cells in the window and its head want. Costs one layout. */
export function fittingWidth(stage: Stage, columnId: string): number {
  const { tree } = stage.views;
  const index = tree.columns().find(({ column }) => column.id === columnId)?.index;
  const head = tree.head.headOf(columnId);
  const elements = [...(head ? [head] : []), ...tree.cellsOf(columnId)];
  const { style } = stage.chart.frame.tree;
  const name = `--gg-col-${index}`;
  const before = style.getPropertyValue(name);
  style.setProperty(name, "max-content");
  const widest = Math.max(
    LEAST_COLUMN_PX,
    ...elements.map((element) => Math.ceil(element.getBoundingClientRect().width)),
  );
  style.setProperty(name, before);
  return widest;
}

function findWidth(placed: readonly PlacedColumn[], columnId: string): number | undefined {
  return placed.find(({ column }) => column.id === columnId)?.widthPx;
}
