import { addDays, toDayNumber, type IsoDate } from "@gantry/schedule";
import type { GanttEngine, GanttScale } from "../../src/types.ts";
import type { Harness } from "./harness.ts";
import { row } from "./rows.ts";

/** A gesture to be carried out on a bar of a real chart, in pixels, or by keys. */
export type DateCase = {
  scale: GanttScale;
  /** Days that the whole chart must show in its width; null: the scale's own width of a day. */
  fitDays: number | null;
  start: IsoDate;
  end: IsoDate;
  gesture:
    | { kind: "move" | "resize-start" | "resize-end" | "create"; days: number; grip: number }
    | { kind: "keys"; keys: readonly CaseKey[] };
};
export type CaseKey = Pick<KeyboardEventInit, "altKey" | "shiftKey" | "ctrlKey"> & { key: string };

export type DateOutcome = {
  /** What the caller was told; the dates before where it was told nothing. */
  start: string;
  end: string;
  calls: number;
  /** Days that the pointer went, exactly, and where it was pressed, from the first day on. */
  pointerDays: number;
  gripDays: number;
  /** The bar as it is drawn afterwards: the day under the middle of its first day, and its length. */
  drawnStart: string | null;
  drawnDays: number;
  widthPx: number;
};

const POINTER_ID = 4_077;
const ROW_HEIGHT_PX = 28;
const MEASURE_DAYS = 400;
const RULER_DAYS = 4_000;

/**
 * Carries out many gestures in one go, with the events that a hand makes. A browser captures no pointer that a script
 * made up, so the surface is told not to ask for this one: every event goes there anyway.
 */
export function runDateCases(harness: Harness, cases: readonly DateCase[]): DateOutcome[] {
  harness.open({ rows: [], rowHeight: ROW_HEIGHT_PX });
  return cases.map((one) => runCase(harness, one));
}

function runCase(harness: Harness, { scale, fitDays, start, end, gesture }: DateCase): DateOutcome {
  const dates = gesture.kind === "create" ? { shape: "none" as const, start: null, end: null } : { start, end };
  const from = toDayNumber(start);
  const measureDays = fitDays ?? MEASURE_DAYS;
  const measure = row("measure", { start, end: addDays(start, measureDays - 1) });
  // The scale is asked for anew: what the case before had zoomed to is over.
  harness.update({ scale: scale === "day" ? "week" : "day" });
  const rows = [measure, row("case", dates)];
  harness.update({ scale, today: start, rows });
  const engine = harness.engine();
  if (fitDays !== null) engine.fit();
  harness.update({ rows: [...rows, row("ruler", { start, end: addDays(start, RULER_DAYS - 1) })] });
  harness.events.changes.length = 0;

  const lengthDays = toDayNumber(end) - from + 1;
  const gripDays = gesture.kind === "keys" ? 0 : gripIn({ ...gesture, lengthDays });
  lookAt(harness, from + gripDays);
  // Browsers round what they measure: only of a long bar the width of a day comes out exactly.
  const pxPerDay = barOf("r3").width / RULER_DAYS;
  const y = barOf("r3").top - ROW_HEIGHT_PX + 2;

  let pointerDays = 0;
  if (gesture.kind === "keys") pressKeys(engine, gesture.keys);
  else {
    const { left } = barOf(gesture.kind === "create" ? "r1" : "r2");
    const x = left + gripDays * pxPerDay + gripOffsetPx(gesture.kind);
    pointerDays = dragFrom({ x, y }, gesture.days * pxPerDay) / pxPerDay;
  }

  const change = harness.events.changes[0]?.[0] ?? { start, end };
  lookAt(harness, toDayNumber(change.start) + 0.5);
  const drawn = barOf("r2");
  return {
    start: change.start,
    end: change.end,
    calls: harness.events.changes.length,
    pointerDays,
    gripDays,
    drawnStart: harness.hitTest(drawn.left + pxPerDay / 2, y)?.day ?? null,
    drawnDays: drawn.width / pxPerDay,
    widthPx: drawn.width,
  };
}

/** Leaps within one frame are a flight, of which a chart draws a sketch: laid out anew it has bars. */
function lookAt(harness: Harness, day: number): void {
  harness.engine().centreOn({ day, row: 0 });
  harness.update({ sprints: [] });
}

/** Days from the first day of the bar to where it is taken hold of. */
function gripIn({ kind, grip, lengthDays }: { kind: string; grip: number; lengthDays: number }): number {
  if (kind === "create") return grip;
  if (kind === "resize-start") return 0;
  return kind === "resize-end" ? lengthDays : lengthDays * (0.3 + grip * 0.4);
}

/** The grips of the ends reach out beyond them. */
function gripOffsetPx(kind: string): number {
  if (kind === "resize-start") return -3;
  return kind === "resize-end" ? 3 : 0;
}

type Bar = { left: number; top: number; width: number };

/** frappe-gantt leaves half a pixel free on either side of a bar. */
function barOf(dataId: string): Bar {
  const box = document.querySelector(`.bar-wrapper[data-id="${dataId}"] .bar`)?.getBoundingClientRect();
  if (!box) throw new Error(`${dataId} has no bar in the page`);
  return { left: box.left - 0.5, top: box.top, width: box.width + 1 };
}

/** Returns how far the pointer really went: browsers may round its place. */
function dragFrom({ x, y }: { x: number; y: number }, dx: number): number {
  const surface = document.querySelector<HTMLElement>(".g-gantt-chart");
  if (!surface) throw new Error("There is no chart");
  surface.setPointerCapture = (pointerId) => {
    if (pointerId !== POINTER_ID) Element.prototype.setPointerCapture.call(surface, pointerId);
  };
  const dispatch = (type: "pointerdown" | "pointermove" | "pointerup", clientX: number, clientY: number) => {
    const event = new PointerEvent(type, {
      pointerId: POINTER_ID,
      pointerType: "mouse",
      isPrimary: true,
      bubbles: true,
      cancelable: true,
      button: type === "pointermove" ? -1 : 0,
      buttons: type === "pointerup" ? 0 : 1,
      clientX,
      clientY,
    });
    surface.dispatchEvent(event);
    return event.clientX;
  };
  const pressedAt = dispatch("pointerdown", x, y);
  // A drag of a pixel would be a click: the hand wavers a little downwards.
  dispatch("pointermove", x + dx / 2, y + 5);
  const releasedAt = dispatch("pointermove", x + dx, y + 5);
  dispatch("pointerup", x + dx, y + 5);
  return releasedAt - pressedAt;
}

function pressKeys(engine: GanttEngine, keys: readonly CaseKey[]): void {
  engine.focusRow("case");
  for (const init of [{ key: " " }, ...keys, { key: "Enter" }])
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }));
}
