import { barBoxOf, type Chart } from "../chart.ts";
import { setAttributes, svgElement } from "./dom.ts";

const GAP_PX = 2.5;

/** Rings around the selected bars of the window. */
export type RingLayer = { paint: () => void };

export function createRingLayer(chart: Chart): RingLayer {
  const layer = svgElement("g", { class: "g-gantt-rings" }, chart.frame.overlay);
  const rings: SVGRectElement[] = [];
  return {
    paint: () => {
      let used = 0;
      for (let index = chart.window.first; index < chart.window.end; index += 1) {
        const row = chart.rows.at(index);
        const box = row && chart.selection.has(row.id) ? barBoxOf(chart, index) : null;
        if (!box) continue;
        const ring = rings[used] ?? svgElement("rect", { rx: 5 }, layer);
        rings[used] = ring;
        used += 1;
        setAttributes(ring, {
          x: box.x - GAP_PX,
          y: box.y - GAP_PX,
          width: box.width + GAP_PX * 2 - 1,
          height: box.height + GAP_PX * 2,
        });
      }
      for (const ring of rings.splice(used)) ring.remove();
    },
  };
}
