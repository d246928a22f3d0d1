import type { GanttViewport } from "@gantry/gantt";
import { type PointerEvent, type RefObject, useRef } from "react";
import { centreOf } from "./minimap-scale.ts";

type Point = { day: number; row: number };

/** A press beside the frame brings that place to the middle; from there, or from anywhere on it, the frame is dragged. */
export function useFrameDrag(options: {
  frame: RefObject<HTMLElement | null>;
  lastView: RefObject<GanttViewport | null>;
  pointAt: (at: { x: number; y: number }) => Point;
  onGoTo: (point: Point) => void;
}) {
  const { frame, lastView, pointAt, onGoTo } = options;
  /** From the pointer to the middle of the view; null while nothing is dragged. */
  const grip = useRef<Point | null>(null);
  const under = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return pointAt({ x: event.clientX - box.left, y: event.clientY - box.top });
  };
  const end = () => {
    grip.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = under(event);
      const view = lastView.current;
      const isOnFrame = event.target === frame.current;
      const centre = isOnFrame && view !== null ? centreOf(view) : at;
      grip.current = { day: centre.day - at.day, row: centre.row - at.row };
      if (!isOnFrame) onGoTo(at);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (grip.current === null) return;
      const at = under(event);
      onGoTo({ day: at.day + grip.current.day, row: at.row + grip.current.row });
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
