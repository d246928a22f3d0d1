import type { IsoDate } from "@gantry/api-contract";
import type { GanttRow, GanttViewport } from "@gantry/gantt";
import { toDayNumber } from "@gantry/schedule";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "../../../i18n/use-words.ts";
import type { ViewChannel } from "../view-channel.ts";
import { centreOf, frameOf, pointAt, toMinimapScale, xOfDay } from "./minimap-scale.ts";
import { useBars } from "./use-bars.ts";
import { useFrameDrag } from "./use-frame-drag.ts";
import { useSpokenPlace } from "./use-spoken-place.ts";

export type MinimapProps = {
  rows: readonly GanttRow[];
  span: { start: IsoDate; end: IsoDate };
  today: IsoDate;
  view: ViewChannel;
  /** Brings a point of the plan to the middle of the chart. */
  onGoTo: (point: { day: number; row: number }) => void;
};

const WEEK_DAYS = 7;

/**
 * The whole plan in small: all its rows, today, what is late, and the part that is in view as a frame, which can be
 * dragged or moved by the arrow keys. The frame follows the chart without React.
 */
export function Minimap({ rows, span, today, view, onGoTo }: MinimapProps) {
  const words = useWords();
  const host = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const lastView = useRef<GanttViewport | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const scale = useMemo(() => toMinimapScale(span, { ...size, rows: rows.length }), [span, size, rows.length]);
  const canvas = useBars(rows, scale);
  const speak = useSpokenPlace(host, { today, span });
  const drag = useFrameDrag({ frame, lastView, pointAt: (at) => pointAt(scale, at), onGoTo });

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(
    () =>
      view.listen((viewport) => {
        lastView.current = viewport;
        const box = frameOf(scale, viewport);
        const style = frame.current?.style;
        if (style === undefined) return;
        style.transform = `translate(${box.left}px, ${box.top}px)`;
        style.width = `${box.width}px`;
        style.height = `${box.height}px`;
        speak(viewport);
      }),
    [view, scale, speak],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const now = lastView.current;
    const step = now === null ? null : keySteps(event.key, { now, rows: rows.length });
    if (now === null || step === null) return;
    event.preventDefault();
    onGoTo({ ...centreOf(now), ...step });
  };
  return (
    <div
      ref={host}
      role="slider"
      tabIndex={0}
      aria-label={words.plan.minimap.name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      className="relative min-h-0 w-full flex-1 cursor-pointer touch-none overflow-hidden rounded-sm"
      onKeyDown={onKeyDown}
      {...drag}
    >
      <canvas ref={canvas} aria-hidden="true" className="absolute inset-0 size-full" />
      <div
        aria-hidden="true"
        className="absolute inset-y-0 w-0 border-l-[1.5px] border-accent"
        style={{ transform: `translateX(${xOfDay(scale, toDayNumber(today))}px)` }}
      />
      <div
        ref={frame}
        aria-hidden="true"
        className="absolute top-0 left-0 cursor-grab rounded-xs border-[1.5px] border-accent bg-accent/12 will-change-transform active:cursor-grabbing"
      />
    </div>
  );
}

/** Left and Right go by a week, Up and Down by a screen of rows, Home and End to the first and last row. */
function keySteps(
  key: string,
  { now, rows }: { now: GanttViewport; rows: number },
): { day?: number; row?: number } | null {
  const { day, row } = centreOf(now);
  const page = Math.max(1, now.toRow - now.fromRow - 1);
  switch (key) {
    case "ArrowLeft":
      return { day: day - WEEK_DAYS };
    case "ArrowRight":
      return { day: day + WEEK_DAYS };
    case "ArrowUp":
    case "PageUp":
      return { row: Math.max(0, row - page) };
    case "ArrowDown":
    case "PageDown":
      return { row: Math.min(rows, row + page) };
    case "Home":
      return { row: 0 };
    case "End":
      return { row: rows };
    default:
      return null;
  }
}
