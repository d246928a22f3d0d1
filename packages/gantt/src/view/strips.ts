import type { Chart } from "../chart.ts";
import { htmlElement } from "./dom.ts";

/** Tints of the selected rows and of the row under the pointer, across the chart. */
export type StripLayer = { paint: () => void; paintHover: () => void };

export function createStripLayer(chart: Chart): StripLayer {
  const { strips } = chart.frame;
  const hover = htmlElement("div", "g-gantt-strip is-hover", strips);
  const selected: HTMLElement[] = [];

  const place = (strip: HTMLElement, index: number) => {
    strip.hidden = false;
    strip.style.transform = `translateY(${index * chart.options.rowHeight}px)`;
  };

  const paintHover = () => {
    if (chart.hoverIndex === null) hover.hidden = true;
    else place(hover, chart.hoverIndex);
  };

  const paint = () => {
    let used = 0;
    if (chart.selection.size > 0) {
      for (let index = chart.window.first; index < chart.window.end; index += 1) {
        const row = chart.rows.at(index);
        if (!row || !chart.selection.has(row.id)) continue;
        const strip = selected[used] ?? htmlElement("div", "g-gantt-strip is-selected", strips);
        selected[used] = strip;
        used += 1;
        place(strip, index);
      }
    }
    for (const strip of selected.splice(used)) strip.remove();
    paintHover();
  };

  return { paint, paintHover };
}
