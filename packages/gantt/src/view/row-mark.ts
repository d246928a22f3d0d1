import type { Chart } from "../chart.ts";
import { htmlElement } from "./dom.ts";

/** Marks one row of the tree-grid and its lane: the one that is picked up, or the one at which a link would end. */
export type RowMark = { show: (index: number, kind: "picked" | "target") => void; hide: () => void };

export function createRowMark(chart: Chart): RowMark {
  const { tree, strips } = chart.frame;
  const marks = [htmlElement("div", "g-gantt-row-mark", tree), htmlElement("div", "g-gantt-row-mark", strips)] as const;
  const hide = () => {
    for (const mark of marks) mark.hidden = true;
  };
  for (const mark of marks) mark.setAttribute("aria-hidden", "true");
  hide();
  return {
    hide,
    show: (index, kind) => {
      for (const mark of marks) {
        mark.hidden = false;
        mark.dataset["kind"] = kind;
        mark.style.transform = `translateY(${index * chart.options.rowHeight}px)`;
      }
    },
  };
}
