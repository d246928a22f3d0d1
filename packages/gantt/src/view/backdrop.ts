import { toDayNumber, toIsoDate, type DayNumber } from "@gantry/schedule";
import { todayOf, type Chart } from "../chart.ts";
import { startOfNextUnit, startOfUnit } from "../model/calendar.ts";
import { SCALE_SHAPES } from "../model/scale.ts";
import { dayToX, type DayRange } from "../model/time-axis.ts";
import type { GanttDayKind, GanttSprintBand } from "../types.ts";
import { htmlElement, placeHorizontally } from "./dom.ts";
import { createKeyedElements } from "./keyed-elements.ts";

/** What stands behind the bars: current sprint, days off, today, the drop day. */
export type Backdrop = {
  paint: (range: DayRange) => void;
  clear: () => void;
  showDropDay: (day: DayNumber | null) => void;
};

export function createBackdrop(chart: Chart): Backdrop {
  const { backdrop, marks } = chart.frame;

  const column = (className: string, { from, to }: DayRange) => {
    const element = htmlElement("div", className);
    const left = dayToX(chart.axis, from);
    placeHorizontally(element, { left, width: dayToX(chart.axis, to + 1) - left });
    return element;
  };
  const line = (className: string, left: number) => {
    const element = htmlElement("div", className);
    placeHorizontally(element, { left });
    return element;
  };

  const sprints = createKeyedElements<GanttSprintBand>(backdrop, ({ start, end }) =>
    column("g-gantt-band", { from: toDayNumber(start), to: toDayNumber(end) }),
  );
  const daysOff = createKeyedElements<string>(backdrop, (key) => {
    const { kind, from, to } = daysOffOf(key);
    return column(kind === "weekend" ? "g-gantt-weekend" : "g-gantt-holiday", { from, to });
  });
  const today = createKeyedElements<DayNumber>(marks, (day) =>
    line("g-gantt-today", dayToX(chart.axis, day) + chart.axis.pxPerDay / 2),
  );
  const drop = createKeyedElements<string>(marks, (key) => {
    const [kind, day] = key.split(" ");
    const from = Number(day);
    return kind === "column"
      ? column("g-gantt-drop-column", { from, to: from })
      : line("g-gantt-drop-line", dayToX(chart.axis, from));
  });

  return {
    paint: (range) => {
      sprints.show(chart.options.sprints.filter(({ current }) => current));
      daysOff.show(daysOffIn(chart, range));
      today.show([todayOf(chart)]);
    },
    clear: () => {
      for (const layer of [sprints, daysOff, today, drop]) layer.clear();
    },
    showDropDay: (day) => drop.show(day === null ? [] : [`column ${day}`, `line ${day}`]),
  };
}

type DaysOff = DayRange & { kind: string };

function daysOffOf(key: string): DaysOff {
  const [kind = "", from, to] = key.split(" ");
  return { kind, from: Number(from), to: Number(to) };
}

/** Runs of neighbouring days off of one kind, each within its week, so that a scroll changes none of them. */
function* daysOffIn(chart: Chart, range: DayRange): Iterable<string> {
  if (!SCALE_SHAPES[chart.options.scale].shadesDaysOff) return;
  for (let monday = startOfUnit(range.from, "week"); monday <= range.to; monday = startOfNextUnit(monday, "week")) {
    for (let from = monday; from < monday + 7;) {
      const kind = kindOf(chart, from);
      let to = from;
      while (to < monday + 6 && kindOf(chart, to + 1) === kind) to += 1;
      if (kind !== "working") yield keyOf({ kind, from, to });
      from = to + 1;
    }
  }
}

function kindOf(chart: Chart, day: DayNumber): GanttDayKind {
  return chart.options.dayKind(toIsoDate(day));
}

function keyOf({ kind, from, to }: DaysOff): string {
  return `${kind} ${from} ${to}`;
}
