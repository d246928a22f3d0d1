import { isStacked, type Chart } from "../chart.ts";
import { isInWindow } from "../model/row-window.ts";
import { htmlElement } from "./dom.ts";
import { createTreeRow, type TreeRowView } from "./tree-row.ts";

/** The rows of the tree-grid that are in the window, and always the one that has the tab stop. */
export type TreeGridView = {
  /** Draws what entered the window, frees what left it. */
  paint: () => void;
  /** Draws every row of the window anew: the rows changed. */
  redraw: () => void;
  /** Throws all elements away: columns or words changed. */
  rebuild: () => void;
  paintSelection: () => void;
  paintHover: () => void;
  /** Moves the tab stop, and the focus with it if asked. */
  paintFocus: (take: boolean) => void;
  /** Index of the row that an element of the tree-grid belongs to. */
  indexOf: (target: EventTarget | null) => number | null;
};

const MOST_SPARE_ROWS = 12;

export function createTreeGrid(chart: Chart): TreeGridView {
  const { tree, treeHead, treeBody } = chart.frame;
  const shown = new Map<number, TreeRowView>();
  const free: TreeRowView[] = [];

  const columnsShown = () => {
    const { columns } = chart.options;
    return isStacked(chart) ? columns.filter((_, index) => index === 0 || index === columns.length - 1) : columns;
  };
  const isKept = (index: number) => isInWindow(chart.window, index) || index === chart.focusIndex;

  const draw = (view: TreeRowView, index: number) => {
    const row = chart.rows.at(index);
    if (!row) return;
    view.draw(row, { index, rowHeight: chart.options.rowHeight, words: chart.options.words });
    view.setSelected(chart.selection.has(row.id));
    view.element.tabIndex = index === chart.focusIndex ? 0 : -1;
  };

  const add = (index: number, entering: Node[]) => {
    if (shown.has(index) || !chart.rows.at(index)) return;
    const view = free.pop() ?? createTreeRow(columnsShown());
    draw(view, index);
    shown.set(index, view);
    if (!view.element.isConnected) entering.push(view.element);
    else view.element.hidden = false;
  };

  const release = (index: number, view: TreeRowView) => {
    shown.delete(index);
    if (free.length >= MOST_SPARE_ROWS) return view.element.remove();
    view.element.hidden = true;
    free.push(view);
  };

  const paint = () => {
    for (const [index, view] of shown) if (!isKept(index)) release(index, view);
    const entering: Node[] = [];
    for (let index = chart.window.first; index < chart.window.end; index += 1) add(index, entering);
    add(chart.focusIndex, entering);
    treeBody.append(...entering);
  };

  const redraw = () => {
    tree.setAttribute("aria-rowcount", String(chart.rows.count + 1));
    for (const [index, view] of shown) {
      if (isKept(index) && chart.rows.at(index)) draw(view, index);
      else release(index, view);
    }
    paint();
  };

  const rebuild = () => {
    const hadFocus = treeBody.contains(document.activeElement);
    shown.clear();
    free.length = 0;
    treeBody.replaceChildren();
    treeHead.replaceChildren(...columnsShown().map(createHead));
    tree.setAttribute("aria-label", chart.options.words.grid);
    tree.setAttribute("aria-colcount", String(columnsShown().length));
    redraw();
    if (hadFocus) paintFocus(true);
  };

  const paintSelection = () => {
    for (const [index, view] of shown) {
      const row = chart.rows.at(index);
      if (row) view.setSelected(chart.selection.has(row.id));
    }
  };

  let hovered: TreeRowView | undefined;
  const paintHover = () => {
    hovered?.element.classList.remove("is-hover");
    hovered = chart.hoverIndex === null ? undefined : shown.get(chart.hoverIndex);
    hovered?.element.classList.add("is-hover");
  };

  const paintFocus = (take: boolean) => {
    paint();
    for (const [index, view] of shown) view.element.tabIndex = index === chart.focusIndex ? 0 : -1;
    if (take) shown.get(chart.focusIndex)?.element.focus({ preventScroll: true });
  };

  const indexOf = (target: EventTarget | null) => {
    const element = target instanceof Element ? target.closest<HTMLElement>(".g-gantt-row") : null;
    return element ? Number(element.dataset["index"]) : null;
  };

  return { paint, redraw, rebuild, paintSelection, paintHover, paintFocus, indexOf };
}

function createHead(column: Chart["options"]["columns"][number], index: number): HTMLElement {
  const head = htmlElement("div", "g-gantt-column-head");
  head.setAttribute("role", "columnheader");
  head.setAttribute("aria-colindex", String(index + 1));
  head.dataset["align"] = column.align;
  head.dataset["column"] = column.id;
  if (index > 0) head.style.width = `${column.width}px`;
  head.textContent = column.header;
  head.classList.toggle("is-hidden", column.headerHidden === true);
  return head;
}
