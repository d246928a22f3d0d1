import { toIsoDate } from "@gantry/schedule";
import { todayOf } from "../chart.ts";
import { clampDays, type BarEdit } from "../model/bar-edit.ts";
import { axisLimits, xToDay } from "../model/time-axis.ts";
import type { ChartPoint } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import { createBarSession } from "./bar-session.ts";
import type { Gesture } from "./gesture.ts";
import type { GestureTools } from "./gesture-tools.ts";

export type ScheduleDragInput = { index: number; from: ChartPoint };

/** Gives a row without dates the days from the press to the pointer. */
export function createScheduleDrag(
  stage: Stage,
  { index, from, ghost, speech }: ScheduleDragInput & GestureTools,
): Gesture | null {
  const { chart } = stage;
  const limits = axisLimits(todayOf(chart));
  const dayUnder = (point: ChartPoint) => clampDays(xToDay(chart.axis, point.x), limits);
  const pressedDay = dayUnder(from);
  const session = createBarSession(stage, {
    leadIndex: index,
    together: false,
    firstDates: { start: pressedDay, end: pressedDay },
  });
  if (!session) return null;
  let lead: BarEdit | undefined;
  return {
    name: "schedule",
    edge: "grows",
    move: (point, place) => {
      const day = dayUnder(point);
      const days = { start: Math.min(pressedDay, day), end: Math.max(pressedDay, day) };
      lead = session.preview((origin) => ({ ...origin, ...days }));
      const { words } = chart.options;
      ghost.show([words.dragDates(session.leadTitle(), toIsoDate(lead.start), toIsoDate(lead.end))], place);
    },
    drop: () => {
      ghost.hide();
      if (!lead || !session.commit()) return;
      speech.say(chart.options.words.dropped(session.leadTitle(), toIsoDate(lead.start), toIsoDate(lead.end)));
    },
    cancel: () => {
      ghost.hide();
      session.cancel();
    },
    changedTitle: session.changedTitle,
    resume: session.resume,
  };
}
