import { toDayNumber, toIsoDate, type DayNumber } from "@gantry/schedule";
import { todayOf, type Chart } from "../chart.ts";
import { isWeekendDay, unitStarts } from "../model/calendar.ts";
import { SCALE_SHAPES } from "../model/scale.ts";
import { dayToX, type DayRange } from "../model/time-axis.ts";
import { htmlElement, placeHorizontally } from "./dom.ts";

/** What stands behind the bars for the days in a range: current sprint, days off, column lines, today, the drop day. */
export function drawBackdrop(chart: Chart, { range, dropDay }: { range: DayRange; dropDay: DayNumber | null }): void {
  const { axis, options } = chart;
  const bands: Node[] = [];
  const marks: Node[] = [];
  const add = (layer: Node[], { className, ...place }: { className: string; left: number; width?: number }) => {
    const element = htmlElement("div", className);
    placeHorizontally(element, place);
    layer.push(element);
  };
  for (const sprint of options.sprints) {
    if (!sprint.current) continue;
    const start = toDayNumber(sprint.start);
    add(bands, {
      className: "g-gantt-band",
      left: dayToX(axis, start),
      width: (toDayNumber(sprint.end) - start + 1) * axis.pxPerDay,
    });
  }
  for (const { from, to, weekend } of daysOffIn(chart, range)) {
    add(bands, {
      className: weekend ? "g-gantt-weekend" : "g-gantt-holiday",
      left: dayToX(axis, from),
      width: (to - from + 1) * axis.pxPerDay,
    });
  }
  for (const day of unitStarts(SCALE_SHAPES[options.scale].lower, range))
    add(marks, { className: "g-gantt-line", left: dayToX(axis, day) });
  if (dropDay !== null)
    add(marks, { className: "g-gantt-drop-column", left: dayToX(axis, dropDay), width: axis.pxPerDay });
  add(marks, { className: "g-gantt-today", left: dayToX(axis, todayOf(chart)) + axis.pxPerDay / 2 });
  if (dropDay !== null) add(marks, { className: "g-gantt-drop-line", left: dayToX(axis, dropDay) });
  chart.frame.backdrop.replaceChildren(...bands);
  chart.frame.marks.replaceChildren(...marks);
}

type DaysOff = DayRange & { weekend: boolean };

/** Runs of neighbouring days off of one kind. */
function daysOffIn(chart: Chart, { from, to }: DayRange): DaysOff[] {
  const runs: DaysOff[] = [];
  if (!SCALE_SHAPES[chart.options.scale].shadesDaysOff) return runs;
  for (let day = from; day <= to; day += 1) {
    if (chart.options.dayKind(toIsoDate(day)) === "working") continue;
    const weekend = isWeekendDay(day);
    const last = runs.at(-1);
    if (last?.to === day - 1 && last.weekend === weekend) last.to = day;
    else runs.push({ from: day, to: day, weekend });
  }
  return runs;
}
