import type { Scrolling } from "../scrolling.ts";
import type { Stage, ViewAnchor } from "../stage.ts";
import type { Zooming } from "../zooming.ts";

/** Zooming by wheel and fingers, which speak many times a frame: the chart is laid out once a frame. */
export type ZoomFrames = {
  to: (input: { pxPerDay: number; anchor: ViewAnchor; top: number }) => void;
  destroy: () => void;
};

export type ZoomFramesInput = { scrolling: Scrolling; zooming: Zooming; zoomed: () => void; signal: AbortSignal };

/** Wheel steps that are zoomed by at once at most: a notch of a mouse, not its whole turn. */
const MOST_WHEEL_PX = 24;
const ZOOM_PER_PX = 0.01;
const PX_PER_LINE = 16;

export function attachZoomFrames(stage: Stage, { scrolling, zooming, zoomed, signal }: ZoomFramesInput): ZoomFrames {
  const { chart } = stage;
  let frame = 0;
  let next: (() => void) | null = null;
  let wheel: { factor: number; viewX: number } | null = null;

  const schedule = (step: () => void) => {
    next = step;
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      wheel = null;
      next?.();
      zoomed();
    });
  };

  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PX_PER_LINE : 1);
    const step = Math.exp(-Math.min(Math.max(pixels, -MOST_WHEEL_PX), MOST_WHEEL_PX) * ZOOM_PER_PX);
    const { x, inside } = scrolling.pointAt(event);
    const viewX = inside ? x - chart.viewport.left : chart.viewport.width / 2;
    const turned = { factor: (wheel?.factor ?? 1) * step, viewX };
    wheel = turned;
    schedule(() => zooming.by(turned.factor, turned.viewX));
  };
  chart.frame.root.addEventListener("wheel", onWheel, { passive: false, signal });

  return {
    to: ({ pxPerDay, anchor, top }) => {
      schedule(() => {
        zooming.to(pxPerDay, anchor);
        scrolling.scrollBy({ dx: 0, dy: top - chart.viewport.top });
      });
    },
    destroy: () => cancelAnimationFrame(frame),
  };
}
