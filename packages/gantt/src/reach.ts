import { todayOf } from "./chart.ts";
import { clampDays } from "./model/bar-edit.ts";
import { axisLimits, type DayRange } from "./model/time-axis.ts";
import type { Stage } from "./stage.ts";

/** Makes the axis longer where it doesn't cover these days, with half a view to spare. What is in view stays in view. */
export function reachDays(stage: Stage, { from, to }: DayRange): void {
  const { chart } = stage;
  const { axis, reach, viewport } = chart;
  const limits = axisLimits(todayOf(chart));
  const first = clampDays(from, limits);
  const last = clampDays(to, limits);
  if (first >= axis.originDay && last < axis.endDay) return;
  const spareDays = Math.ceil(viewport.width / 2 / axis.pxPerDay);
  chart.reach = {
    from: first < axis.originDay ? first - spareDays : (reach?.from ?? axis.originDay),
    to: last >= axis.endDay ? last + spareDays : (reach?.to ?? axis.endDay - 1),
  };
  stage.layOut();
}
