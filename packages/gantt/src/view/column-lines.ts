import type { DayNumber } from "@gantry/schedule";
import { chartHeight, type Chart } from "../chart.ts";
import { startOfNextUnit, unitStarts } from "../model/calendar.ts";
import { SCALE_SHAPES } from "../model/scale.ts";
import { dayToX, type DayRange } from "../model/time-axis.ts";
import { svgElement } from "./dom.ts";
import { createKeyedElements } from "./keyed-elements.ts";

/** Hairlines between the columns: one path for each unit of the upper header row. */
export type ColumnLines = { paint: (range: DayRange) => void; clear: () => void };

export function createColumnLines(chart: Chart, layer: SVGGElement): ColumnLines {
  const lines = createKeyedElements<DayNumber>(layer, (first) => {
    const { upper, lower } = SCALE_SHAPES[chart.options.scale];
    const range = { from: first, to: startOfNextUnit(first, upper) - 1 };
    const height = chartHeight(chart);
    let path = "";
    for (const day of unitStarts(lower, range)) {
      if (day >= first) path += `M${Math.round(dayToX(chart.axis, day)) + 0.5} 0v${height}`;
    }
    return svgElement("path", { class: "g-gantt-lines", d: path });
  });
  return {
    clear: lines.clear,
    paint: (range) => lines.show(unitStarts(SCALE_SHAPES[chart.options.scale].upper, range)),
  };
}
