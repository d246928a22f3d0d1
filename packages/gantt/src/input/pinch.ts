import { dayAt } from "../model/time-axis.ts";
import type { Stage } from "../stage.ts";
import type { ZoomFrames } from "./zoom-frames.ts";

/** Two fingers on the chart: their distance is the zoom, their middle takes the view along. */
export type Pinch = {
  isOn: () => boolean;
  /** Takes a finger; true when it is the second, and a pinch begins. */
  down: (event: PointerEvent) => boolean;
  /** True while a pinch is on. */
  move: (event: PointerEvent) => boolean;
  up: (event: PointerEvent) => void;
};

type Place = { clientX: number; clientY: number };
type Span = { distance: number; middle: { x: number; y: number } };

export function createPinch(stage: Stage, frames: ZoomFrames): Pinch {
  const { chart } = stage;
  const fingers = new Map<number, Place>();
  let start: { distance: number; pxPerDay: number; day: number; y: number } | null = null;

  const spanNow = (): Span | null => {
    const [a, b] = [...fingers.values()];
    if (!a || !b) return null;
    const box = chart.frame.scroller.getBoundingClientRect();
    return {
      distance: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
      middle: {
        x: (a.clientX + b.clientX) / 2 - box.left - chart.options.gridWidth,
        y: (a.clientY + b.clientY) / 2 - box.top,
      },
    };
  };

  return {
    isOn: () => start !== null,
    down: (event) => {
      fingers.set(event.pointerId, event);
      const span = fingers.size === 2 ? spanNow() : null;
      if (!span) return start !== null;
      const day = dayAt(chart.axis, chart.viewport.left + span.middle.x);
      start = { distance: span.distance, pxPerDay: chart.pxPerDay, day, y: chart.viewport.top + span.middle.y };
      return true;
    },
    move: (event) => {
      if (!fingers.has(event.pointerId)) return false;
      fingers.set(event.pointerId, event);
      const span = start && spanNow();
      if (!start || !span) return start !== null;
      frames.to({
        pxPerDay: (start.pxPerDay * span.distance) / start.distance,
        anchor: { day: start.day, viewX: span.middle.x },
        top: start.y - span.middle.y,
      });
      return true;
    },
    up: (event) => {
      if (!fingers.delete(event.pointerId)) return;
      if (fingers.size < 2) start = null;
    },
  };
}
