import { isStacked, type Chart } from "../chart.ts";
import { placeColumns, TREE_BORDER_PX, type PlacedColumn } from "../model/column-layout.ts";
import { isInWindow } from "../model/row-window.ts";
import { bringIntoOrder } from "./row-order.ts";
import { createTreeHead, type TreeHeadView } from "./tree-head.ts";
import { createTreeRow, type TreeRowView } from "./tree-row.ts";

/** The rows of the tree-grid that are in the window, and always the one that has the tab stop. */
export type TreeGridView = {
  head: TreeHeadView;
  /** The columns that are drawn. */
  columns: () => readonly PlacedColumn[];
  /** Draws what entered the window, frees what left it. */
  paint: () => void;
  /** Draws every row of the window anew: the rows changed. An element stays with its row. */
  redraw: () => void;
  /** Draws heads and rows anew: columns or words changed. */
  rebuild: () => void;
  /** Gives the columns their widths; rows are drawn anew only where columns appear or vanish. */
  fitColumns: () => void;
  /** Puts the elements of the rows into the order of the rows, for readers of the page's text. */
  settle: () => void;
  paintSelection: () => void;
  paintHover: () => void;
  /** Moves the tab stop, and the focus with it if asked. */
  paintFocus: (take: boolean) => void;
  /** Index of the row that an element of the tree-grid belongs to. */
  indexOf: (target: EventTarget | null) => number | null;
  /** Elements of one column's cells in the page. */
  cellsOf: (columnId: string) => HTMLElement[];
};

const MOST_SPARE_ROWS = 12;

/** `focusMoved` hears when another row has the tab stop. */
export function createTreeGrid(chart: Chart, focusMoved: () => void): TreeGridView {
  const { tree, treeBody, scroller } = chart.frame;
  const shown = new Map<number, TreeRowView>();
  const free: TreeRowView[] = [];
  const head = createTreeHead(chart);
  let columns: readonly PlacedColumn[] = [];

  const isKept = (index: number) => isInWindow(chart.window, index) || index === chart.focusIndex;

  const draw = (view: TreeRowView, index: number) => {
    const row = chart.rows.at(index);
    if (!row) return;
    view.draw(row, { index, columns, rowHeight: chart.options.rowHeight, words: chart.options.words });
    view.setSelected(chart.selection.has(row.id));
    view.element.tabIndex = index === chart.focusIndex ? 0 : -1;
  };

  const add = (index: number, entering: Node[]) => {
    if (shown.has(index) || !chart.rows.at(index)) return;
    const view = free.pop() ?? createTreeRow(columns);
    draw(view, index);
    shown.set(index, view);
    if (!view.element.isConnected) entering.push(view.element);
    else view.element.hidden = false;
  };

  const release = (view: TreeRowView) => {
    if (free.length >= MOST_SPARE_ROWS) return view.element.remove();
    view.element.hidden = true;
    view.element.tabIndex = -1;
    free.push(view);
  };

  const paint = () => {
    for (const [index, view] of shown) {
      if (isKept(index)) continue;
      shown.delete(index);
      release(view);
    }
    const entering: Node[] = [];
    for (let index = chart.window.first; index < chart.window.end; index += 1) add(index, entering);
    add(chart.focusIndex, entering);
    treeBody.append(...entering);
  };

  const settle = () => {
    const inOrder = [...shown].toSorted(([a], [b]) => a - b).map(([, view]) => view.element);
    bringIntoOrder(treeBody, inOrder);
  };

  /** Without rows the tree-grid itself takes the focus, so that the keyboard has a place. */
  const paintEmptiness = (hadFocus: boolean) => {
    const isEmpty = chart.rows.count === 0;
    if (isEmpty) tree.tabIndex = 0;
    if (hadFocus && isEmpty) tree.focus({ preventScroll: true });
    else if (hadFocus) takeFocus();
    if (!isEmpty) tree.removeAttribute("tabindex");
  };

  const takeFocus = () => {
    const element = shown.get(chart.focusIndex)?.element;
    if (!element?.contains(document.activeElement)) element?.focus({ preventScroll: true });
  };

  const redraw = () => {
    const hadFocus = treeBody.contains(document.activeElement) || document.activeElement === tree;
    tree.setAttribute("aria-rowcount", String(chart.rows.count + 1));
    const views = [...shown];
    shown.clear();
    const strays: TreeRowView[] = [];
    for (const [before, view] of views) {
      const isThere = chart.rows.at(before)?.id === view.rowId();
      const index = isThere ? before : chart.rows.indexOf(view.rowId());
      if (index === undefined || !isKept(index) || shown.has(index)) strays.push(view);
      else {
        shown.set(index, view);
        draw(view, index);
      }
    }
    for (const view of strays) release(view);
    paint();
    settle();
    paintEmptiness(hadFocus);
  };

  const placed = () =>
    placeColumns(chart.options.columns, {
      roomPx: isStacked(chart) ? scroller.clientWidth : chart.options.gridWidth - TREE_BORDER_PX,
      stacked: isStacked(chart),
      widths: chart.columnWidths,
    });

  const takeColumns = (next: readonly PlacedColumn[]) => {
    const isSame = cellsKey(next) === cellsKey(columns);
    columns = next;
    for (const { index, widthPx } of columns) tree.style.setProperty(`--gg-col-${index}`, `${widthPx}px`);
    return isSame;
  };

  const rebuildRows = () => {
    const hadFocus = treeBody.contains(document.activeElement);
    shown.clear();
    free.length = 0;
    treeBody.replaceChildren();
    redraw();
    if (hadFocus) takeFocus();
  };

  const rebuild = () => {
    const isSame = takeColumns(placed());
    head.draw(columns);
    tree.setAttribute("aria-label", chart.options.words.grid);
    tree.setAttribute("aria-colcount", String(chart.options.columns.length));
    if (isSame) redraw();
    else rebuildRows();
  };

  const fitColumns = () => {
    const titleBefore = columns[0]?.widthPx;
    if (!takeColumns(placed())) {
      head.draw(columns);
      return rebuildRows();
    }
    const title = columns[0]?.widthPx ?? 0;
    if (title !== titleBefore) for (const view of shown.values()) view.indent(title);
  };

  let hovered: TreeRowView | undefined;

  return {
    head,
    columns: () => columns,
    paint,
    redraw,
    rebuild,
    fitColumns,
    settle,
    paintSelection: () => {
      for (const [index, view] of shown) {
        const row = chart.rows.at(index);
        if (row) view.setSelected(chart.selection.has(row.id));
      }
    },
    paintHover: () => {
      hovered?.element.classList.remove("is-hover");
      hovered = chart.hoverIndex === null ? undefined : shown.get(chart.hoverIndex);
      hovered?.element.classList.add("is-hover");
    },
    paintFocus: (take) => {
      focusMoved();
      paint();
      for (const [index, view] of shown) view.element.tabIndex = index === chart.focusIndex ? 0 : -1;
      if (take) shown.get(chart.focusIndex)?.element.focus({ preventScroll: true });
    },
    indexOf: (target) => {
      const element = target instanceof Element ? target.closest<HTMLElement>(".g-gantt-row") : null;
      return element ? Number(element.dataset["index"]) : null;
    },
    cellsOf: (columnId) => {
      const at = columns.findIndex(({ column }) => column.id === columnId);
      return [...shown.values()].flatMap(({ element }) => {
        const cell = element.children[at];
        return cell instanceof HTMLElement ? [cell] : [];
      });
    },
  };
}

/** Rows with cells for the same columns can be drawn over; others must be made anew. */
function cellsKey(columns: readonly PlacedColumn[]): string {
  return JSON.stringify(columns.map(({ column, index }) => [column.id, column.align, index]));
}
