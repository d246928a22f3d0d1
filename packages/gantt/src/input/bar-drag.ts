import { toIsoDate } from "@gantry/schedule";
import { barBoxOf } from "../chart.ts";
import { editDays, progressAt, type BarEdit, type BarGesture } from "../model/bar-edit.ts";
import { dayAt, dayToX, dragDays } from "../model/time-axis.ts";
import type { ChartPoint } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import { createBarSession } from "./bar-session.ts";
import { pointerOf, type Gesture } from "./gesture.ts";
import type { GestureTools } from "./gesture-tools.ts";

export type BarDragInput = { index: number; zone: BarGesture; from: ChartPoint };

/** Moves or resizes a bar, or sets its progress, along with the pointer. Null where the bar may not be changed. */
export function createBarDrag(
  stage: Stage,
  { index, zone, from, ghost, origins, speech }: BarDragInput & GestureTools,
): Gesture | null {
  const { chart } = stage;
  const session = createBarSession(stage, { leadIndex: index, together: zone === "move" });
  if (!session) return null;
  const grabbedDay = dayAt(chart.axis, from.x);
  origins.show(session.origins);
  let lead: BarEdit | undefined;

  const textOf = (bar: BarEdit, word: "dragDates" | "dropped") => {
    const { words } = chart.options;
    if (zone !== "progress") return words[word](session.leadTitle(), toIsoDate(bar.start), toIsoDate(bar.end));
    return words[word === "dropped" ? "droppedProgress" : "dragProgress"](session.leadTitle(), bar.progress);
  };

  const progressUnder = (x: number, bar: BarEdit) => {
    const box = barBoxOf(chart, chart.rows.indexOf(session.leadId) ?? index);
    return box ? progressAt(x, box) : bar.progress;
  };

  const end = () => {
    ghost.hide();
    origins.hide();
  };

  return {
    name: zone,
    edge: zone === "progress" ? "stays" : "grows",
    move: (point, place) => {
      const days = session.limitDays(zone, dragDays(chart.axis, point.x - dayToX(chart.axis, grabbedDay)));
      const bar = session.preview((origin) =>
        zone === "progress"
          ? { ...origin, progress: progressUnder(point.x, origin) }
          : editDays(origin, { gesture: zone, days }),
      );
      lead = bar;
      origins.show(session.origins);
      const text = textOf(bar, "dragDates");
      const { size } = session.origins;
      const many = size > 1;
      ghost.show(many ? [chart.options.words.selected(size), text] : [text], { ...pointerOf(place), stack: many });
    },
    drop: () => {
      end();
      if (session.commit() && lead) speech.say(textOf(lead, "dropped"));
    },
    cancel: () => {
      end();
      session.cancel();
    },
    changedTitle: session.changedTitle,
    resume: session.resume,
  };
}
