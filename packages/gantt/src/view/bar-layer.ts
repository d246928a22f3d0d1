import { barBoxOf, barDrawingOf, tailWidthAt, viewRangeOf, type Chart } from "../chart.ts";
import type { BarDrawing } from "../frappe/bar-task.ts";
import type { WindowedBar } from "../frappe/windowed-bar.ts";
import type { WindowedGantt } from "../frappe/windowed-gantt.ts";
import { sideOf, type PixelRange } from "../model/view-side.ts";

/** The bars of the rows in the window that reach into the drawn days, drawn by frappe-gantt. */
export type BarLayer = {
  paint: () => void;
  redraw: () => void;
  /** Draws the bars of these rows anew, if they are in the window. */
  redrawRows: (indexes: Iterable<number>) => void;
};

export function createBarLayer(chart: Chart, gantt: WindowedGantt): BarLayer {
  const shown = new Map<number, WindowedBar>();
  let lastView: PixelRange = { from: 0, to: 0 };

  const remove = (index: number) => {
    shown.get(index)?.group.remove();
    shown.delete(index);
  };

  const follow = (index: number, bar: WindowedBar) => {
    bar.followView(lastView);
    bar.group.classList.toggle("is-away", isAway(chart, index));
  };

  const paint = () => {
    const view = viewRangeOf(chart);
    const wanted = new Set<number>();
    const entering: BarDrawing[] = [];
    for (let index = chart.window.first; index < chart.window.end; index += 1) {
      if (!reachesDrawnDays(chart, index)) continue;
      wanted.add(index);
      const drawing = shown.has(index) ? null : barDrawingOf(chart, index);
      if (drawing) entering.push(drawing);
    }
    const moved = view.from !== lastView.from || view.to !== lastView.to;
    lastView = view;
    for (const [index, bar] of shown) {
      if (!wanted.has(index)) remove(index);
      else if (moved) follow(index, bar);
    }
    if (entering.length === 0) return;
    for (const bar of gantt.drawBars(entering)) {
      shown.set(bar.task._index, bar);
      follow(bar.task._index, bar);
    }
  };

  return {
    paint,
    redraw: () => {
      for (const index of shown.keys()) remove(index);
      paint();
    },
    redrawRows: (indexes) => {
      for (const index of indexes) remove(index);
      paint();
    },
  };
}

/** Whether a row's bar, or the tail that it drags along, is where bars are drawn. */
function reachesDrawnDays(chart: Chart, index: number): boolean {
  const box = barBoxOf(chart, index);
  if (!box) return false;
  return sideOf({ x: box.x, width: box.width + tailWidthAt(chart, index) }, chart.drawn) === null;
}

/** Whether an arrow at the edge stands for the bar. */
function isAway(chart: Chart, index: number): boolean {
  const box = barBoxOf(chart, index);
  return box !== null && sideOf(box, viewRangeOf(chart)) !== null;
}
