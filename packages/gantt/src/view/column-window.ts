import type { DayNumber } from "@gantry/schedule";
import type { Chart } from "../chart.ts";
import { xToDay, type DayRange } from "../model/time-axis.ts";
import { drawBackdrop } from "./backdrop.ts";
import { drawTimeHeader } from "./time-header.ts";

/** Header and backdrop of the days in view and a view's width on either side; drawn again when the view leaves them. */
export type ColumnWindow = {
  paint: () => void;
  redraw: () => void;
  showDropDay: (day: DayNumber | null) => void;
};

export function createColumnWindow(chart: Chart): ColumnWindow {
  let drawn: DayRange | null = null;
  let dropDay: DayNumber | null = null;

  const inView = (margin: number): DayRange => {
    const { left, width } = chart.viewport;
    const from = xToDay(chart.axis, left - margin);
    const to = xToDay(chart.axis, left + width + margin);
    return { from: Math.max(from, chart.axis.originDay), to: Math.min(to, chart.axis.endDay - 1) };
  };

  const redraw = () => {
    drawn = inView(chart.viewport.width);
    drawTimeHeader(chart, { range: drawn, dropDay });
    drawBackdrop(chart, { range: drawn, dropDay });
  };

  return {
    redraw,
    paint: () => {
      const needed = inView(0);
      if (!drawn || needed.from < drawn.from || needed.to > drawn.to) redraw();
    },
    showDropDay: (day) => {
      if (day === dropDay) return;
      dropDay = day;
      redraw();
    },
  };
}
