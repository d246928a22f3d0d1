import type { DayNumber } from "@gantry/schedule";
import type { Chart } from "../chart.ts";
import { startOfNextUnit, startOfUnit } from "../model/calendar.ts";
import { SCALE_SHAPES } from "../model/scale.ts";
import { xToDay, type DayRange } from "../model/time-axis.ts";
import { createBackdrop } from "./backdrop.ts";
import { createColumnLines } from "./column-lines.ts";
import { createTimeHeader } from "./time-header.ts";

/** Header, shading and lines of the drawn days; what a scroll brings in is added, the rest stays as it is. */
export type ColumnWindow = {
  paint: () => void;
  /** Everything anew: axis, words, calendar or sprints changed. */
  redraw: () => void;
  showDropDay: (day: DayNumber | null) => void;
};

export function createColumnWindow(chart: Chart, grid: SVGGElement): ColumnWindow {
  const header = createTimeHeader(chart);
  const backdrop = createBackdrop(chart);
  const lines = createColumnLines(chart, grid);
  let shown: DayRange | null = null;
  let dropDay: DayNumber | null = null;

  const paint = () => {
    const range = unitsInReach(chart);
    if (shown?.from === range.from && shown.to === range.to) return;
    shown = range;
    header.paint(range);
    backdrop.paint(range);
    lines.paint(range);
  };

  const showDropDay = () => {
    header.showDropDay(dropDay);
    backdrop.showDropDay(dropDay);
  };

  return {
    paint,
    redraw: () => {
      shown = null;
      header.clear();
      backdrop.clear();
      lines.clear();
      paint();
      showDropDay();
    },
    showDropDay: (day) => {
      if (day === dropDay) return;
      dropDay = day;
      showDropDay();
    },
  };
}

/** The drawn days, widened to whole units of the lower header row. */
function unitsInReach({ axis, drawn, options }: Chart): DayRange {
  const { lower } = SCALE_SHAPES[options.scale];
  const from = Math.max(xToDay(axis, drawn.from), axis.originDay);
  const to = Math.min(xToDay(axis, drawn.to), axis.endDay - 1);
  return { from: startOfUnit(from, lower), to: startOfNextUnit(Math.max(from, to), lower) - 1 };
}
