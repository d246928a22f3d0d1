import type { PlacedColumn } from "../model/column-layout.ts";
import type { GanttRow } from "../types.ts";
import type { GanttWords } from "../words.ts";
import { cellOf } from "./cell-of.ts";
import { htmlElement, setOptionalAttribute, svgElement } from "./dom.ts";
import { createTreeCell } from "./tree-cell.ts";

const INDENT_PX = 16;
const TITLE_START_PX = 28;
const TOGGLE_START_PX = 3;

type TreeRowDrawing = {
  index: number;
  rowHeight: number;
  words: GanttWords;
  columns: readonly PlacedColumn[];
};

/** One row element of the tree-grid that is drawn over and over with other rows. */
export type TreeRowView = {
  element: HTMLElement;
  /** Id of the row that was drawn last. */
  rowId: () => string;
  draw: (row: GanttRow, drawing: TreeRowDrawing) => void;
  setSelected: (selected: boolean) => void;
  /** Indents the title anew: its column has another width. */
  indent: (titleWidthPx: number) => void;
};

/** A row with cells for these columns. */
export function createTreeRow(columns: readonly PlacedColumn[]): TreeRowView {
  const element = htmlElement("div", "g-gantt-row");
  element.setAttribute("role", "row");
  element.tabIndex = -1;
  const cells = columns.map(createTreeCell);
  element.append(...cells.map((view) => view.element));
  const first = cells[0]?.element ?? null;
  const toggle = createToggle();
  let drawn: GanttRow | null = null;

  const indent = (titleWidthPx: number) => {
    if (!first || !drawn) return;
    const wanted = (drawn.level - 1) * INDENT_PX;
    const most = Math.max(0, Math.round(titleWidthPx / 2) - TITLE_START_PX);
    const indentPx = Math.min(wanted, most);
    first.style.paddingInlineStart = `${indentPx + TITLE_START_PX}px`;
    toggle.style.insetInlineStart = `${indentPx + TOGGLE_START_PX}px`;
    // Where the indent can't say how deep the row is, a number does.
    setOptionalAttribute(first, { name: "data-level", value: wanted > most ? String(drawn.level) : null });
  };

  return {
    element,
    rowId: () => drawn?.id ?? "",
    indent,
    draw: (row, { index, rowHeight, words, columns: placed }) => {
      drawn = row;
      element.style.transform = `translateY(${index * rowHeight}px)`;
      element.dataset["index"] = String(index);
      element.dataset["shape"] = row.shape;
      element.classList.toggle("is-muted", row.muted);
      element.classList.toggle("is-heading", row.heading);
      element.setAttribute("aria-rowindex", String(index + 2));
      element.setAttribute("aria-level", String(row.level));
      element.setAttribute("aria-posinset", String(row.position));
      element.setAttribute("aria-setsize", String(row.siblings));
      element.setAttribute("aria-label", row.description);
      setOptionalAttribute(element, { name: "aria-expanded", value: row.expandable ? String(row.expanded) : null });
      for (const [at, cell] of cells.entries()) {
        const place = placed[at];
        if (place) cell.draw(cellOf(place.column, row));
      }
      indent(placed[0]?.widthPx ?? 0);
      if (!row.expandable || !first) return toggle.remove();
      toggle.setAttribute("aria-label", row.expanded ? words.collapse : words.expand);
      if (first.lastChild !== toggle) first.append(toggle);
    },
    setSelected: (selected) => {
      const value = drawn?.heading === true ? null : String(selected);
      setOptionalAttribute(element, { name: "aria-selected", value });
    },
  };
}

/** A pointer's way to expand; the keyboard has the arrow keys. */
function createToggle(): HTMLElement {
  const toggle = htmlElement("button", "g-gantt-toggle");
  toggle.type = "button";
  toggle.tabIndex = -1;
  const svg = svgElement("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" }, toggle);
  svgElement(
    "path",
    {
      d: "M6 4l4 4-4 4",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 1.5,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    },
    svg,
  );
  return toggle;
}
