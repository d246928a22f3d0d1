import { editableBar } from "../chart.ts";
import type { ChartPoint } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import { createBarDrag } from "./bar-drag.ts";
import { createBoxGesture } from "./box-gesture.ts";
import type { Gesture } from "./gesture.ts";
import type { GestureTools } from "./gesture-tools.ts";
import { createLinkDrag } from "./link-drag.ts";
import type { PressTarget } from "./press-target.ts";
import { createScheduleDrag } from "./schedule-drag.ts";
import type { Selecting } from "./selecting.ts";

export type BeginInput = {
  event: PointerEvent;
  point: ChartPoint;
  target: PressTarget;
  tools: GestureTools;
  selecting: Selecting;
};

/** The gesture that a press becomes when it moves; null where it becomes none. A locked bar says why. */
export function beginGesture(stage: Stage, { event, point, target, tools, selecting }: BeginInput): Gesture | null {
  if (target.kind === "link-end") return createLinkDrag(stage, { ...target, ...tools });
  if (target.kind === "lane") return createScheduleDrag(stage, { index: target.index, from: point, ...tools });
  if (target.kind === "bar") {
    const { index, zone } = target;
    if (zone) return createBarDrag(stage, { index, zone, from: point, ...tools });
    const reason = stage.chart.rows.at(index)?.lockedReason;
    if (reason && !editableBar(stage.chart, index)) tools.speech.refuse(reason);
    return null;
  }
  if (event.pointerType === "touch") return null;
  const mode = event.shiftKey || event.ctrlKey || event.metaKey ? "add" : "replace";
  return createBoxGesture(stage, { from: point, mode, selecting });
}
