import { isStacked, type Chart } from "../chart.ts";
import type { ChartPoint, Scrolling } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import { beginGesture } from "./begin-gesture.ts";
import { attachClaimTouch } from "./claim-touch.ts";
import type { GestureRun } from "./gesture-run.ts";
import type { GestureTools } from "./gesture-tools.ts";
import type { Hover } from "./hover.ts";
import { createPanGesture } from "./pan-gesture.ts";
import type { Pinch } from "./pinch.ts";
import type { PressTarget } from "./press-target.ts";
import type { Selecting } from "./selecting.ts";

type Press = {
  event: PointerEvent;
  target: PressTarget;
  /** The row of the target: rows may come above it before the press becomes anything. */
  rowId: string | null;
  /** A press that became a gesture, or was refused, is no click any more. */
  state: "waiting" | "begun" | "over";
  /** A finger that holds what it may drag at once: the page does not scroll under it. */
  claims: boolean;
  longPress: ReturnType<typeof setTimeout> | undefined;
};

const DRAG_THRESHOLD_PX = { mouse: 3, finger: 8 } as const;
const LONG_PRESS_MS = 400;
const MAIN_BUTTON = 0;
const MIDDLE_BUTTON = 1;

export type ChartPointerInput = {
  scrolling: Scrolling;
  selecting: Selecting;
  tools: GestureTools;
  hover: Hover;
  run: GestureRun;
  pinch: Pinch;
  /** Told of each press with the main button or a finger. */
  pressed: () => void;
  focusRow: (index: number) => void;
  signal: AbortSignal;
};

/** Mouse, pen and fingers above the bars. A finger pans; it drags what is selected at once, and anything after a long press. */
export function attachChartPointer(
  stage: Stage,
  { scrolling, selecting, tools, hover, run, pinch, pressed: onPress, focusRow, signal }: ChartPointerInput,
): { cancel: () => void } {
  const { chart } = stage;
  const surface = chart.frame.chart;
  let press: Press | null = null;

  const endPress = () => {
    clearTimeout(press?.longPress);
    press = null;
  };
  const cancel = () => {
    endPress();
    run.cancel();
  };

  /** What the press took hold of, where it is now; null when its row went away. */
  const targetOf = ({ target, rowId }: Press): PressTarget | null => {
    if (!("index" in target)) return target;
    const index = rowId === null ? undefined : chart.rows.indexOf(rowId);
    return index === undefined ? null : { ...target, index };
  };

  const begin = (pressed: Press, place: PointerEvent) => {
    clearTimeout(pressed.longPress);
    const { event } = pressed;
    const target = targetOf(pressed);
    const point = scrolling.pointAt(event);
    const gesture = target && beginGesture(stage, { event, point, target, tools, selecting });
    pressed.state = gesture ? "begun" : "over";
    if (!gesture) return;
    hover.hide();
    surface.setPointerCapture(pressed.event.pointerId);
    run.begin(gesture, place);
  };

  /** Selects what is under the finger and picks it up. */
  const onLongPress = (pressed: Press) => {
    const target = targetOf(pressed);
    if (target?.kind !== "bar" && target?.kind !== "lane") return;
    pressed.claims = true;
    if (target.kind === "bar" && !isSelected(stage, target.index)) selecting.toggle(target.index);
    begin(pressed, pressed.event);
  };

  const onDown = (event: PointerEvent) => {
    if (event.pointerType === "touch" && pinch.down(event)) return cancel();
    const point = scrolling.pointAt(event);
    if (press || !point.inside) return;
    const isTouch = event.pointerType === "touch";
    const target = hover.targetUnder(event);
    const claims =
      isTouch && (target.kind === "link-end" || (target.kind === "bar" && isSelected(stage, target.index)));
    const pressedIndex = "index" in target ? target.index : stackedRowAt(chart, point);
    const rowId = pressedIndex === null ? null : (chart.rows.at(pressedIndex)?.id ?? null);
    const pressed: Press = { event, target, rowId, state: "waiting", claims, longPress: undefined };
    if (event.button === MIDDLE_BUTTON) {
      press = { ...pressed, state: "begun", rowId: null };
      surface.setPointerCapture(event.pointerId);
      return run.begin(createPanGesture(chart, { scrolling, from: event }), event);
    }
    if (event.button !== MAIN_BUTTON) return;
    onPress();
    press = pressed;
    if (!isTouch || claims) surface.setPointerCapture(event.pointerId);
    if (isTouch) pressed.longPress = setTimeout(() => onLongPress(pressed), LONG_PRESS_MS);
  };

  const onMove = (event: PointerEvent) => {
    if (pinch.move(event)) return;
    if (!press) return event.pointerType === "touch" ? undefined : hover.show(event);
    if (event.pointerId !== press.event.pointerId) return;
    if (press.state === "begun") return run.move(event);
    if (press.state === "over") return;
    const isTouch = event.pointerType === "touch";
    const moved = Math.hypot(event.clientX - press.event.clientX, event.clientY - press.event.clientY);
    if (moved < DRAG_THRESHOLD_PX[isTouch ? "finger" : "mouse"]) return;
    clearTimeout(press.longPress);
    if (isTouch && !press.claims) {
      press.state = "over";
      return;
    }
    begin(press, event);
    run.move(event);
  };

  const click = ({ event, target }: Press, index: number | null) => {
    if (target.kind === "link") chart.options.onLinkOpen?.(target.id);
    else if (target.kind === "link-end") return;
    else if (index === null || (target.kind === "lane" && !isStacked(chart))) selecting.clear();
    else selecting.press(index, event);
  };

  const onUp = (event: PointerEvent) => {
    pinch.up(event);
    if (!press || event.pointerId !== press.event.pointerId) return;
    const pressed = press;
    const { rowId, state } = pressed;
    endPress();
    if (state === "begun") run.drop();
    const index = rowId === null ? null : (chart.rows.indexOf(rowId) ?? null);
    const isGone = rowId !== null && index === null;
    if (state === "waiting" && !isGone) click(pressed, index);
    const isTouched = event.pointerType === "touch" && index !== null && isSelected(stage, index);
    hover.keepHandles(isTouched ? index : null, { coarse: true });
    // The press took the focus from the rows: the keyboard goes on where the pointer was.
    if (index !== null || state !== "waiting") focusRow(index ?? chart.focusIndex);
  };

  surface.addEventListener("pointerdown", onDown, { signal });
  surface.addEventListener("pointermove", onMove, { signal });
  surface.addEventListener("pointerup", onUp, { signal });
  surface.addEventListener(
    "pointercancel",
    (event) => {
      pinch.up(event);
      if (event.pointerId === press?.event.pointerId) cancel();
    },
    { signal },
  );
  surface.addEventListener("pointerleave", () => !press && hover.leave(), { signal });
  surface.addEventListener(
    "dblclick",
    (event) => {
      const target = hover.targetUnder({ clientX: event.clientX, clientY: event.clientY, pointerType: "mouse" });
      const row = target.kind === "bar" ? chart.rows.at(target.index) : undefined;
      if (row && !row.heading) chart.options.onOpenRow(row.id);
    },
    { signal },
  );
  attachClaimTouch(surface, { isClaimed: () => pinch.isOn() || run.isOn() || press?.claims === true, signal });

  return { cancel };
}

function isSelected({ chart }: Stage, index: number): boolean {
  return chart.selection.has(chart.rows.at(index)?.id ?? "");
}

/** Where titles stand above the bars, a press beside a bar means its row: there is no tree-grid to press. */
function stackedRowAt(chart: Chart, { y }: ChartPoint): number | null {
  const index = Math.floor(y / chart.options.rowHeight);
  return isStacked(chart) && chart.rows.at(index) ? index : null;
}
