import { barBoxOf, type Chart } from "../chart.ts";
import { boxPath } from "../model/box-path.ts";
import { svgElement } from "./dom.ts";

/** Stands in for bars and rows while the view flies past faster than anyone reads: one path and a tile. */
export type FlightSketch = { show: () => void; hide: () => void };

/** Screens that are sketched above and below the view, and those of them that are left when it is sketched anew. */
const SCREENS_AHEAD = 2;
const SCREENS_LEFT = 1;

export function createFlightSketch(chart: Chart): FlightSketch {
  const path = svgElement("path", { class: "g-gantt-sketch" }, chart.frame.overlay);
  const { root } = chart.frame;
  let sketched: { first: number; end: number } | null = null;

  const rowsAround = (screens: number) => {
    const { top, height } = chart.viewport;
    const { rowHeight } = chart.options;
    return {
      first: Math.max(0, Math.floor((top - height * screens) / rowHeight)),
      end: Math.min(chart.rows.count, Math.ceil((top + height * (1 + screens)) / rowHeight)),
    };
  };

  return {
    hide: () => {
      if (!sketched) return;
      sketched = null;
      root.classList.remove("is-flying");
      path.removeAttribute("d");
    },
    show: () => {
      root.classList.add("is-flying");
      const needed = rowsAround(SCREENS_LEFT);
      if (sketched && sketched.first <= needed.first && sketched.end >= needed.end) return;
      sketched = rowsAround(SCREENS_AHEAD);
      path.setAttribute("d", sketchOf(chart, sketched));
    },
  };
}

/** All bars of the rows, wherever they are on the time axis: a flight sideways finds them drawn. */
function sketchOf(chart: Chart, { first, end }: { first: number; end: number }): string {
  let sketch = "";
  for (let index = first; index < end; index += 1) {
    const box = barBoxOf(chart, index);
    if (box) sketch += boxPath(box);
  }
  return sketch;
}
