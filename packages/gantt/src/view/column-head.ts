import type { PlacedColumn } from "../model/column-layout.ts";
import type { GanttColumn, GanttOptions } from "../types.ts";
import { htmlElement, setOptionalAttribute, svgElement } from "./dom.ts";

/** The head of one column: its name, how the rows are sorted by it, and a handle for its width. */
export type ColumnHeadView = {
  element: HTMLElement;
  draw: (placed: PlacedColumn, options: GanttOptions) => void;
};

/** What the head of a column does, since the caller listens to it. */
export function headDeeds(column: GanttColumn, { index, options }: { index: number; options: GanttOptions }) {
  return {
    sorts: column.sort !== null && options.onColumnSort !== undefined,
    moves: index > 0 && options.onColumnMove !== undefined,
    resizes: (index === 0 ? options.onGridWidthChange : options.onColumnResize) !== undefined,
  };
}

const SORT_GLYPHS = { ascending: "M8 12V4M4.5 7.5L8 4l3.5 3.5", descending: "M8 4v8M4.5 8.5L8 12l3.5-3.5" };

export function createColumnHead(): ColumnHeadView {
  const element = htmlElement("div", "g-gantt-column-head");
  const name = htmlElement("span", "g-gantt-column-name", element);
  const glyph = createSortGlyph();
  const handle = htmlElement("div", "g-gantt-column-handle");
  element.setAttribute("role", "columnheader");
  handle.setAttribute("role", "separator");
  handle.setAttribute("aria-orientation", "vertical");
  return {
    element,
    draw: ({ column, index }, options) => {
      const { sorts, moves, resizes } = headDeeds(column, { index, options });
      element.dataset["column"] = column.id;
      element.dataset["align"] = column.align;
      element.style.setProperty("--gg-width", `var(--gg-col-${index})`);
      element.classList.toggle("is-hidden", column.headerHidden === true);
      element.classList.toggle("is-sortable", sorts);
      element.classList.toggle("is-movable", moves);
      element.setAttribute("aria-colindex", String(index + 1));
      element.setAttribute("aria-label", column.header);
      setOptionalAttribute(element, { name: "aria-sort", value: column.sort });
      setOptionalAttribute(element, { name: "title", value: column.headerHidden === true ? column.header : null });
      if (name.textContent !== column.header) name.textContent = column.header;
      glyph.path.setAttribute("d", SORT_GLYPHS[column.sort === "descending" ? "descending" : "ascending"]);
      if (sorts || column.sort === "ascending" || column.sort === "descending") name.after(glyph.svg);
      else glyph.svg.remove();
      handle.setAttribute("aria-label", options.words.resizeColumn(column.header));
      if (resizes) element.append(handle);
      else handle.remove();
    },
  };
}

function createSortGlyph(): { svg: SVGSVGElement; path: SVGPathElement } {
  const svg = svgElement("svg", {
    class: "g-gantt-sort",
    width: 12,
    height: 12,
    viewBox: "0 0 16 16",
    "aria-hidden": "true",
  });
  const path = svgElement(
    "path",
    {
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 1.75,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    },
    svg,
  );
  return { svg, path };
}
