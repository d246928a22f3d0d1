import { rowMetrics, type Chart } from "../chart.ts";
import { barBox } from "../model/bar-box.ts";
import type { BarEdit } from "../model/bar-edit.ts";
import { svgElement } from "./dom.ts";

/** Dashed outlines where the bars of a running gesture were. */
export type OriginLayer = { show: (origins: ReadonlyMap<string, BarEdit>) => void; hide: () => void };

export function createOriginLayer(chart: Chart): OriginLayer {
  const layer = svgElement("g", { class: "g-gantt-origins" }, chart.frame.overlay);
  return {
    hide: () => layer.replaceChildren(),
    show: (origins) => {
      layer.replaceChildren();
      for (let index = chart.window.first; index < chart.window.end; index += 1) {
        const row = chart.rows.at(index);
        const bar = row && origins.get(row.id);
        if (!row || !bar) continue;
        const span = { start: bar.start, end: bar.end, open: "none" as const, inverted: false };
        const box = barBox({ shape: row.shape, span, index, axis: chart.axis, metrics: rowMetrics(chart) });
        svgElement(
          "rect",
          { x: box.x + 0.5, y: box.y + 0.5, width: Math.max(box.width - 2, 1), height: box.height - 1, rx: 3 },
          layer,
        );
      }
    },
  };
}
