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
  point: ChartPoint;
  target: PressTarget;
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

  const begin = (pressed: Press, place: PointerEvent) => {
    clearTimeout(pressed.longPress);
    const gesture = beginGesture(stage, { ...pressed, tools, selecting });
    pressed.state = gesture ? "begun" : "over";
    if (!gesture) return;
    hover.hide();
    surface.setPointerCapture(pressed.event.pointerId);
    run.begin(gesture, place);
  };

  /** Selects what is under the finger and picks it up. */
  const onLongPress = (pressed: Press) => {
    const { target } = pressed;
    if (target.kind !== "bar" && target.kind !== "lane") return;
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
    const pressed: Press = { event, point, target, state: "waiting", claims, longPress: undefined };
    if (event.button === MIDDLE_BUTTON) {
      press = { ...pressed, state: "begun", target: { kind: "empty" } };
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
    if (isTouch && !press.claims) return;
    begin(press, event);
    run.move(event);
  };

  const click = ({ event, point, target }: Press) => {
    const rowIndex = target.kind === "bar" ? target.index : stackedRowAt(chart, point);
    if (target.kind === "link") chart.options.onLinkOpen?.(target.id);
    else if (target.kind === "link-end") return;
    else if (rowIndex === null) selecting.clear();
    else selecting.press(rowIndex, event);
  };

  const onUp = (event: PointerEvent) => {
    pinch.up(event);
    if (!press || event.pointerId !== press.event.pointerId) return;
    const pressed = press;
    const { target, state } = pressed;
    const index = "index" in target ? target.index : stackedRowAt(chart, pressed.point);
    const pressedId = index === null ? null : chart.rows.at(index)?.id;
    endPress();
    if (state === "begun") run.drop();
    else if (state === "waiting") click(pressed);
    const isTouched = event.pointerType === "touch" && index !== null && isSelected(stage, index);
    hover.keepHandles(isTouched ? index : null, { coarse: true });
    // The press took the focus from the rows: the keyboard goes on where the pointer was.
    if (index !== null || state !== "waiting") focusRow(chart.rows.indexOf(pressedId ?? "") ?? chart.focusIndex);
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
