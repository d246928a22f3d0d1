import { rowMetrics, shapeOf, type Chart } from "../chart.ts";
import { barBox } from "../model/bar-box.ts";
import type { BarEdit } from "../model/bar-edit.ts";
import { roundedBoxPath } from "../model/box-path.ts";
import { svgElement } from "./dom.ts";

/** Dashed outlines where the bars of a running gesture were. */
export type OriginLayer = { show: (origins: ReadonlyMap<string, BarEdit>) => void; hide: () => void };

const RADIUS_PX = 3;

export function createOriginLayer(chart: Chart): OriginLayer {
  const path = svgElement("path", { class: "g-gantt-origins" }, chart.frame.overlay);
  return {
    hide: () => path.removeAttribute("d"),
    show: (origins) => {
      let outlines = "";
      for (let index = chart.window.first; index < chart.window.end; index += 1) {
        const row = chart.rows.at(index);
        const bar = row && origins.get(row.id);
        if (!row || !bar) continue;
        const span = { start: bar.start, end: bar.end, open: "none" as const, inverted: false };
        const shape = shapeOf(chart, row);
        const { x, y, width, height } = barBox({ shape, span, index, axis: chart.axis, metrics: rowMetrics(chart) });
        const outline = { x: x + 0.5, y: y + 0.5, width: Math.max(width - 2, 1), height: height - 1 };
        outlines += roundedBoxPath(outline, RADIUS_PX);
      }
      path.setAttribute("d", outlines);
    },
  };
}
