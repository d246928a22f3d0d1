import { barBoxOf, type Chart } from "../chart.ts";
import { roundedBoxPath } from "../model/box-path.ts";
import { createChunkedPaths, type ChunkedPaths } from "./chunked-paths.ts";
import { svgElement } from "./dom.ts";

const GAP_PX = 2.5;
const RADIUS_PX = 5;

/** Rings around the selected bars of the window. */
export function createRingLayer(chart: Chart): ChunkedPaths {
  const layer = svgElement("g", { class: "g-gantt-rings" }, chart.frame.overlay);
  return createChunkedPaths(chart, {
    layer,
    className: "g-gantt-ring",
    pathOf: (index) => {
      const row = chart.rows.at(index);
      const box = row && chart.selection.has(row.id) ? barBoxOf(chart, index) : null;
      if (!box) return "";
      const ring = {
        x: box.x - GAP_PX,
        y: box.y - GAP_PX,
        width: box.width + GAP_PX * 2 - 1,
        height: box.height + GAP_PX * 2,
      };
      return roundedBoxPath(ring, RADIUS_PX);
    },
  });
}
