import { barBoxOf, type Chart } from "../chart.ts";
import { svgElement } from "./dom.ts";

/** Stands in for bars and rows while the view flies past faster than anyone reads: one path and a tile. */
export type FlightSketch = { show: () => void; hide: () => void };

const SCREENS_AHEAD = 1;

export function createFlightSketch(chart: Chart): FlightSketch {
  const path = svgElement("path", { class: "g-gantt-sketch" }, chart.frame.overlay);
  const { root } = chart.frame;
  return {
    hide: () => {
      root.classList.remove("is-flying");
      path.removeAttribute("d");
    },
    show: () => {
      root.classList.add("is-flying");
      path.setAttribute("d", sketchOf(chart));
    },
  };
}

function sketchOf(chart: Chart): string {
  const { top, height } = chart.viewport;
  const { rowHeight } = chart.options;
  const first = Math.max(0, Math.floor((top - height * SCREENS_AHEAD) / rowHeight));
  const end = Math.min(chart.rows.count, Math.ceil((top + height * (1 + SCREENS_AHEAD)) / rowHeight));
  let sketch = "";
  for (let index = first; index < end; index += 1) {
    const box = barBoxOf(chart, index);
    if (box) sketch += `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`;
  }
  return sketch;
}
