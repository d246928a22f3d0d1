import type { GanttColumn, GanttRow } from "../types.ts";
import type { GanttWords } from "../words.ts";
import { htmlElement, setOptionalAttribute, svgElement } from "./dom.ts";
import { createTreeCell } from "./tree-cell.ts";

const INDENT_PX = 16;

/** One row element of the tree-grid that is drawn over and over with other rows. */
export type TreeRowView = {
  element: HTMLElement;
  draw: (row: GanttRow, place: { index: number; rowHeight: number; words: GanttWords }) => void;
  setSelected: (selected: boolean) => void;
};

export function createTreeRow(columns: readonly GanttColumn[]): TreeRowView {
  const element = htmlElement("div", "g-gantt-row");
  element.setAttribute("role", "row");
  element.tabIndex = -1;
  const cells = columns.map((column, index) => ({ column, view: createTreeCell(column, index) }));
  element.append(...cells.map(({ view }) => view.element));
  const first = cells[0]?.view.element ?? null;
  const toggle = createToggle();
  return {
    element,
    draw: (row, { index, rowHeight, words }) => {
      element.style.transform = `translateY(${index * rowHeight}px)`;
      element.dataset["index"] = String(index);
      element.dataset["shape"] = row.shape;
      element.classList.toggle("is-muted", row.muted);
      element.setAttribute("aria-rowindex", String(index + 2));
      element.setAttribute("aria-level", String(row.level));
      element.setAttribute("aria-label", row.description);
      setOptionalAttribute(element, { name: "aria-expanded", value: row.expandable ? String(row.expanded) : null });
      for (const { column, view } of cells) view.draw(column.cell(row));
      if (!first) return;
      first.style.paddingInlineStart = `${(row.level - 1) * INDENT_PX + 28}px`;
      if (row.expandable) {
        toggle.style.insetInlineStart = `${(row.level - 1) * INDENT_PX + 6}px`;
        toggle.setAttribute("aria-label", row.expanded ? words.collapse : words.expand);
        if (first.lastChild !== toggle) first.append(toggle);
      } else toggle.remove();
    },
    setSelected: (selected) => setOptionalAttribute(element, { name: "aria-selected", value: String(selected) }),
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
