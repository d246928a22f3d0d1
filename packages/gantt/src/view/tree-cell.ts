import type { PlacedColumn } from "../model/column-layout.ts";
import type { GanttCell } from "../types.ts";
import { htmlElement, setOptionalAttribute, svgElement } from "./dom.ts";

/** One gridcell that is drawn over and over with other contents. */
export type TreeCellView = {
  element: HTMLElement;
  draw: (cell: GanttCell) => void;
};

export function createTreeCell({ column, index }: PlacedColumn): TreeCellView {
  const element = htmlElement("div", "g-gantt-cell");
  element.setAttribute("role", "gridcell");
  element.setAttribute("aria-colindex", String(index + 1));
  element.dataset["align"] = column.align;
  element.dataset["column"] = column.id;
  element.style.setProperty("--gg-width", `var(--gg-col-${index})`);
  let parts = createParts(element, "");
  return {
    element,
    draw: (cell) => {
      const kind = kindOf(cell);
      if (kind !== parts.kind) parts = createParts(element, kind);
      fillParts(parts, cell);
      setOptionalAttribute(element, { name: "data-tone", value: cell.tone ?? null });
    },
  };
}

type Parts = {
  kind: string;
  text: HTMLElement;
  icon?: { svg: SVGSVGElement; use: SVGUseElement };
  avatar?: HTMLElement;
  meter?: HTMLElement;
};

/** Cells of one kind have the same elements. */
function kindOf(cell: GanttCell): string {
  return `${cell.icon === undefined ? "" : "i"}${cell.avatar === undefined ? "" : "a"}${cell.meter === undefined ? "" : "m"}`;
}

function createParts(element: HTMLElement, kind: string): Parts {
  element.replaceChildren();
  if (kind === "") return { kind, text: element };
  const icon = kind.includes("i") ? createIcon(element) : null;
  const avatar = kind.includes("a") ? htmlElement("span", "g-gantt-avatar", element) : null;
  const meter = kind.includes("m") ? htmlElement("span", "", htmlElement("span", "g-gantt-meter", element)) : null;
  const text = htmlElement("span", "g-gantt-cell-text", element);
  return { kind, text, ...(icon && { icon }), ...(avatar && { avatar }), ...(meter && { meter }) };
}

function createIcon(parent: HTMLElement): { svg: SVGSVGElement; use: SVGUseElement } {
  const svg = svgElement("svg", { class: "g-gantt-icon", width: 16, height: 16 }, parent);
  return { svg, use: svgElement("use", {}, svg) };
}

function fillParts(parts: Parts, cell: GanttCell): void {
  if (parts.text.textContent !== cell.text) parts.text.textContent = cell.text;
  if (parts.icon) fillIcon(parts.icon, cell);
  if (parts.avatar) {
    parts.avatar.textContent = cell.avatar?.initials ?? "";
    setOptionalAttribute(parts.avatar, {
      name: "data-category",
      value: cell.avatar ? String(cell.avatar.category) : null,
    });
    parts.avatar.setAttribute("aria-hidden", "true");
  }
  if (parts.meter) parts.meter.style.width = `${Math.min(100, Math.max(0, cell.meter ?? 0))}%`;
}

function fillIcon({ svg, use }: { svg: SVGSVGElement; use: SVGUseElement }, cell: GanttCell): void {
  setOptionalAttribute(use, { name: "href", value: `#${cell.icon ?? ""}` });
  setOptionalAttribute(svg, { name: "data-tone", value: cell.iconTone ?? null });
  setOptionalAttribute(svg, { name: "data-category", value: cell.iconCategory?.toString() ?? null });
  setOptionalAttribute(svg, { name: "role", value: cell.iconLabel === undefined ? null : "img" });
  setOptionalAttribute(svg, { name: "aria-label", value: cell.iconLabel ?? null });
  setOptionalAttribute(svg, { name: "aria-hidden", value: cell.iconLabel === undefined ? "true" : null });
}
