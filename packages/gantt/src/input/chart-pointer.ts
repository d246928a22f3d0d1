import { isStacked, type Chart } from "../chart.ts";
import type { ChartPoint, Scrolling } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import { createGhost } from "../view/ghost.ts";
import { createHandleLayer } from "../view/handle-layer.ts";
import { createOriginLayer } from "../view/origin-layer.ts";
import { createAutoScroll } from "./auto-scroll.ts";
import { createBarDrag } from "./bar-drag.ts";
import { barHitAt, type BarHit } from "./bar-hit.ts";
import { createBoxGesture } from "./box-gesture.ts";
import type { Gesture, PointerPlace } from "./gesture.ts";
import type { Selecting } from "./selecting.ts";

/** Mouse, touch and pen above the bars. A finger pans; it drags bars that are selected. */
export type ChartPointer = {
  /** Ends a gesture whose rows changed. */
  rowsChanged: () => void;
  destroy: () => void;
};

type Press = { event: PointerEvent; point: ChartPoint; hit: BarHit | null };

const DRAG_THRESHOLD_PX = 3;

export type ChartPointerInput = {
  scrolling: Scrolling;
  selecting: Selecting;
  focusRow: (index: number) => void;
  signal: AbortSignal;
};

export function attachChartPointer(
  stage: Stage,
  { scrolling, selecting, focusRow, signal }: ChartPointerInput,
): ChartPointer {
  const { chart } = stage;
  const surface = chart.frame.chart;
  const ghost = createGhost(chart);
  const origins = createOriginLayer(chart);
  const handles = createHandleLayer(chart);
  let press: Press | null = null;
  let gesture: Gesture | null = null;

  const moveGesture = (place: PointerPlace) => gesture?.move(scrolling.pointAt(place), place);
  const autoScroll = createAutoScroll(chart, { scrolling, scrolled: moveGesture });

  const end = () => {
    press = null;
    gesture = null;
    autoScroll.stop();
    delete surface.dataset["gesture"];
    document.removeEventListener("keydown", onEscape, true);
  };

  const cancel = () => {
    const running = gesture;
    end();
    running?.cancel();
  };

  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };

  const begin = ({ event, point, hit }: Press): Gesture | null => {
    if (hit?.gesture)
      return createBarDrag(stage, { index: hit.index, gesture: hit.gesture, from: point, ghost, origins });
    if (hit || event.pointerType === "touch") return null;
    const mode = event.shiftKey || event.ctrlKey || event.metaKey ? "add" : "replace";
    return createBoxGesture(stage, { from: point, mode, selecting });
  };

  const showHover = (event: PointerEvent) => {
    const point = scrolling.pointAt(event);
    const index = Math.floor(point.y / chart.options.rowHeight);
    stage.setHover(point.inside && chart.rows.at(index) ? index : null);
    const hit = point.inside ? barHitAt(chart, point) : null;
    surface.dataset["zone"] = hit?.gesture ?? (hit ? "bar" : "none");
    handles.show(hit?.gesture && event.pointerType !== "touch" ? hit.index : null);
  };

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || press) return;
    const point = scrolling.pointAt(event);
    if (!point.inside) return;
    const hit = barHitAt(chart, point);
    press = { event, point, hit };
    if (event.pointerType === "touch" && !(hit && isSelected(stage, hit.index))) return;
    surface.setPointerCapture(event.pointerId);
  };

  const onMove = (event: PointerEvent) => {
    if (!press) return showHover(event);
    if (event.pointerId !== press.event.pointerId) return;
    if (!gesture) {
      if (Math.hypot(event.clientX - press.event.clientX, event.clientY - press.event.clientY) < DRAG_THRESHOLD_PX)
        return;
      if (!surface.hasPointerCapture(event.pointerId)) return;
      gesture = begin(press);
      if (!gesture) return end();
      handles.show(null);
      surface.dataset["gesture"] = press.hit?.gesture ?? "box";
      document.addEventListener("keydown", onEscape, true);
    }
    moveGesture(event);
    autoScroll.follow(event);
  };

  const onUp = (event: PointerEvent) => {
    if (!press || event.pointerId !== press.event.pointerId) return;
    const index = press.hit?.index ?? stackedRowAt(chart, press.point);
    const pressedId = index === null ? null : chart.rows.at(index)?.id;
    const running = gesture;
    end();
    if (running) running.drop();
    else if (index === null) selecting.clear();
    else selecting.press(index, event);
    // The press took the focus from the rows: the keyboard goes on where the pointer was.
    if (index !== null || running) focusRow(chart.rows.indexOf(pressedId ?? "") ?? chart.focusIndex);
  };

  surface.addEventListener("pointerdown", onDown, { signal });
  surface.addEventListener("pointermove", onMove, { signal });
  surface.addEventListener("pointerup", onUp, { signal });
  surface.addEventListener("pointercancel", cancel, { signal });
  surface.addEventListener(
    "pointerleave",
    () => {
      if (press) return;
      stage.setHover(null);
      handles.show(null);
    },
    { signal },
  );
  surface.addEventListener(
    "dblclick",
    (event) => {
      const hit = barHitAt(chart, scrolling.pointAt(event));
      const row = hit && chart.rows.at(hit.index);
      if (row) chart.options.onOpenRow(row.id);
    },
    { signal },
  );

  return {
    rowsChanged: () => {
      if (gesture && !gesture.isCurrent()) cancel();
    },
    destroy: cancel,
  };
}

function isSelected({ chart }: Stage, index: number): boolean {
  return chart.selection.has(chart.rows.at(index)?.id ?? "");
}

/** Where titles stand above the bars, a press beside a bar means its row: there is no tree-grid to press. */
function stackedRowAt(chart: Chart, { y }: ChartPoint): number | null {
  const index = Math.floor(y / chart.options.rowHeight);
  return isStacked(chart) && chart.rows.at(index) ? index : null;
}
