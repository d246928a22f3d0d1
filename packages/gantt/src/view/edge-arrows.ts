import { toIsoDate } from "@gantry/schedule";
import { barBoxOf, spanOf, viewRangeOf, type Chart } from "../chart.ts";
import { revealingLeft, sideOf } from "../model/view-side.ts";
import { htmlElement } from "./dom.ts";

/** Small arrows at the edges of the view, one for each row whose bar lies wholly beyond that edge; a press scrolls to it. */
export type EdgeArrows = {
  paint: () => void;
  /** Forgets what was shown: rows, words or heights changed. */
  redraw: () => void;
};

type Shown = { element: HTMLElement; side: "left" | "right" };

const HEIGHT_PX = 16;

export function createEdgeArrows(chart: Chart): EdgeArrows {
  const { frame } = chart;
  const layer = htmlElement("div", "g-gantt-edges", frame.chart);
  const shown = new Map<number, Shown>();
  const free: HTMLElement[] = [];

  const place = (index: number, side: Shown["side"]) => {
    const row = chart.rows.at(index);
    const span = spanOf(chart, index);
    if (!row || !span) return;
    const element = shown.get(index)?.element ?? free.pop() ?? htmlElement("div", "g-gantt-edge", layer);
    element.dataset["side"] = side;
    element.dataset["index"] = String(index);
    element.title = chart.options.words.offscreen(row.title, toIsoDate(span.start), toIsoDate(span.end));
    element.style.transform = `translateY(${middleOf(chart, index) - HEIGHT_PX / 2}px)`;
    shown.set(index, { element, side });
  };

  const paint = () => {
    const sides = new Map<number, Shown["side"]>();
    const view = viewRangeOf(chart);
    for (let index = chart.window.first; index < chart.window.end; index += 1) {
      const box = barBoxOf(chart, index);
      const side = box && sideOf(box, view);
      if (side) sides.set(index, side);
    }
    for (const [index, { element }] of shown) {
      if (sides.has(index)) continue;
      free.push(element);
      shown.delete(index);
    }
    for (const [index, side] of sides) if (shown.get(index)?.side !== side) place(index, side);
    for (const element of free.splice(0)) element.remove();
  };

  layer.addEventListener("click", ({ target }) => {
    const index = target instanceof HTMLElement ? Number(target.dataset["index"]) : Number.NaN;
    const box = barBoxOf(chart, index);
    if (box) frame.scroller.scrollLeft = revealingLeft(box, viewRangeOf(chart));
  });
  // A press on an arrow begins no gesture on the chart beneath it.
  for (const type of ["pointerdown", "dblclick"]) layer.addEventListener(type, (event) => event.stopPropagation());

  return {
    paint,
    redraw: () => {
      for (const { element } of shown.values()) free.push(element);
      shown.clear();
      paint();
    },
  };
}

function middleOf(chart: Chart, index: number): number {
  const box = barBoxOf(chart, index);
  return box ? box.y + box.height / 2 : 0;
}
