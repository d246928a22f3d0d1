import { toIsoDate } from "@gantry/schedule";
import { barBoxOf } from "../chart.ts";
import { editDays, progressAt, type BarEdit, type BarGesture } from "../model/bar-edit.ts";
import { dragDays } from "../model/time-axis.ts";
import type { ChartPoint } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import type { Ghost } from "../view/ghost.ts";
import type { OriginLayer } from "../view/origin-layer.ts";
import { createBarSession } from "./bar-session.ts";
import type { Gesture } from "./gesture.ts";

export type BarDragInput = { index: number; gesture: BarGesture; from: ChartPoint; ghost: Ghost; origins: OriginLayer };

/** Moves or resizes a bar, or sets its progress, along with the pointer. Null where the bar may not be changed. */
export function createBarDrag(stage: Stage, { index, gesture, from, ghost, origins }: BarDragInput): Gesture | null {
  const { chart } = stage;
  const session = createBarSession(stage, { leadIndex: index, together: gesture === "move" });
  const box = barBoxOf(chart, index);
  if (!session || !box) return null;
  const title = chart.rows.at(index)?.title ?? "";
  origins.show(session.origins);

  const linesFor = (bar: BarEdit) => {
    const { words } = chart.options;
    if (gesture === "progress") return [words.dragProgress(title, bar.progress)];
    const dates = words.dragDates(title, toIsoDate(bar.start), toIsoDate(bar.end));
    return session.origins.size > 1 ? [words.selected(session.origins.size), dates] : [dates];
  };

  const end = () => {
    ghost.hide();
    origins.hide();
  };

  return {
    move: (point, event) => {
      const change =
        gesture === "progress"
          ? (bar: BarEdit) => ({ ...bar, progress: progressAt(point.x, box) })
          : (bar: BarEdit) => editDays(bar, { gesture, days: dragDays(chart.axis, point.x - from.x) });
      const lead = session.preview(change);
      if (session.origins.size > 1) origins.show(session.origins);
      ghost.show(linesFor(lead), event);
    },
    drop: () => {
      end();
      session.commit();
    },
    cancel: () => {
      end();
      session.cancel();
    },
    isCurrent: session.isCurrent,
  };
}
