import { barBoxOf, editableBar, type Chart } from "../chart.ts";
import { setAttributes, svgElement } from "./dom.ts";

/** Grips of the bar under the pointer: one set for the whole chart. */
export type HandleLayer = { show: (index: number | null) => void };

export function createHandleLayer(chart: Chart): HandleLayer {
  const layer = svgElement("g", { class: "g-gantt-handles" }, chart.frame.overlay);
  const start = svgElement("rect", { width: 2, rx: 1 }, layer);
  const end = svgElement("rect", { width: 2, rx: 1 }, layer);
  const progress = svgElement("path", {}, layer);
  layer.style.display = "none";
  return {
    show: (index) => {
      const bar = index === null ? null : editableBar(chart, index);
      const box = index === null ? null : barBoxOf(chart, index);
      const isBar = index !== null && chart.rows.at(index)?.shape === "bar";
      layer.style.display = bar && box && isBar ? "" : "none";
      if (!bar || !box) return;
      const grip = { y: box.y + box.height / 4, height: box.height / 2 };
      setAttributes(start, { x: box.x + 4.5, ...grip });
      setAttributes(end, { x: box.x + box.width - 5.5, ...grip });
      const x = box.x + (box.width * bar.progress) / 100;
      progress.setAttribute("d", `M${x} ${box.y + box.height - 2}l4.5 5v3h-9v-3z`);
    },
  };
}
