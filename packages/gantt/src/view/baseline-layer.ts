import { baselineSpanOf, rowMetrics, type Chart } from "../chart.ts";
import { baselinePath } from "../model/baseline-shape.ts";
import { createChunkedPaths, type ChunkedPaths } from "./chunked-paths.ts";

/** Where the bars of the window were to be by the baseline, for the rows that say so. */
export function createBaselineLayer(chart: Chart, layer: SVGGElement): ChunkedPaths {
  return createChunkedPaths(chart, {
    layer,
    className: "g-gantt-baseline",
    pathOf: (index) => {
      const row = chart.rows.at(index);
      const span = row && baselineSpanOf(row);
      if (!row || !span) return "";
      return baselinePath({ shape: row.shape, span, index, axis: chart.axis, metrics: rowMetrics(chart) });
    },
  });
}
