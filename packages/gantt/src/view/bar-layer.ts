import { barDrawingOf, type Chart } from "../chart.ts";
import type { BarDrawing } from "../frappe/bar-task.ts";
import type { WindowedBar } from "../frappe/windowed-bar.ts";
import type { WindowedGantt } from "../frappe/windowed-gantt.ts";
import { isInWindow } from "../model/row-window.ts";

/** The bars of the rows in the window, drawn by frappe-gantt. */
export type BarLayer = {
  paint: () => void;
  redraw: () => void;
  /** Draws the bars of these rows anew, if they are in the window. */
  redrawRows: (indexes: Iterable<number>) => void;
};

export function createBarLayer(chart: Chart, gantt: WindowedGantt): BarLayer {
  const shown = new Map<number, WindowedBar>();

  const draw = (indexes: Iterable<number>) => {
    const entering: BarDrawing[] = [];
    for (const index of indexes) {
      const drawing = shown.has(index) ? null : barDrawingOf(chart, index);
      if (drawing) entering.push(drawing);
    }
    if (entering.length === 0) return;
    for (const bar of gantt.drawBars(entering)) shown.set(bar.task._index, bar);
  };

  const remove = (index: number) => {
    shown.get(index)?.group.remove();
    shown.delete(index);
  };

  const paint = () => {
    for (const index of shown.keys()) if (!isInWindow(chart.window, index)) remove(index);
    draw(windowIndexes(chart));
  };

  return {
    paint,
    redraw: () => {
      for (const index of shown.keys()) remove(index);
      paint();
    },
    redrawRows: (indexes) => {
      const inWindow = [...indexes].filter((index) => isInWindow(chart.window, index));
      inWindow.forEach(remove);
      draw(inWindow);
    },
  };
}

function* windowIndexes(chart: Chart): Iterable<number> {
  for (let index = chart.window.first; index < chart.window.end; index += 1) yield index;
}
