import { diamondPath } from "../frappe/bar-shapes.ts";
import { barBox, barTop, type BarBoxInput } from "./bar-box.ts";
import { boxPath, grown } from "./box-path.ts";
import { dayToX } from "./time-axis.ts";

const RULE_PX = 3;
const GAP_PX = 1;
const DIAMOND_LINE_PX = 1.75;

/** Where a bar was to be: a rule under the bar, for a milestone a hollow diamond on its day. Path data, even-odd. */
export function baselinePath({ shape, span, index, axis, metrics }: BarBoxInput): string {
  if (shape === "milestone") {
    const outer = grown(barBox({ shape, span: { ...span, start: span.end }, index, axis, metrics }), -1);
    return diamondPath(outer) + diamondPath(grown(outer, -DIAMOND_LINE_PX));
  }
  const x = dayToX(axis, span.start);
  const width = Math.max((span.end - span.start + 1) * axis.pxPerDay, 2);
  const y = index * metrics.rowHeight + barTop(metrics) + metrics.barHeight + GAP_PX;
  return boxPath({ x, y, width, height: RULE_PX });
}
