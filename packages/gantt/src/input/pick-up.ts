import { toIsoDate } from "@gantry/schedule";
import { editableBar, shapeOf, todayOf, type Chart } from "../chart.ts";
import { clampDays, editDays, FIRST_DAY, LAST_DAY, type BarEdit } from "../model/bar-edit.ts";
import { axisLimits, dayAt } from "../model/time-axis.ts";
import type { Scrolling } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import type { RowMark } from "../view/row-mark.ts";
import { createBarSession, type BarSession } from "./bar-session.ts";
import type { GestureTools } from "./gesture-tools.ts";
import type { KeyMode } from "./key-mode.ts";
import { takesDates } from "./press-target.ts";

const WEEK_DAYS = 7;
const PROGRESS_STEP = 5;

/** What the keys have asked for so far, in days and in points of progress. */
type Steps = { move: number; start: number; end: number; progress: number };
const NO_STEPS: Steps = { move: 0, start: 0, end: 0, progress: 0 };

export type PickUpInput = { scrolling: Scrolling; tools: GestureTools; rowMark: RowMark };

/** The keyboard's drag: a bar is picked up, moved by arrows, dropped or put back; each step is spoken. */
export function createPickUp(stage: Stage, { scrolling, tools, rowMark }: PickUpInput): KeyMode {
  const { chart } = stage;
  const { origins, speech } = tools;
  let session: BarSession | null = null;
  let steps = NO_STEPS;

  const originOf = (held: BarSession) => held.origins.get(held.leadId);

  /** The lead alone is stretched and progresses; everything selected moves. */
  const change = (bar: BarEdit, isLead: boolean): BarEdit => {
    const moved = editDays(bar, { gesture: "move", days: steps.move });
    if (!isLead) return moved;
    const end = clampDays(moved.end + steps.end, { from: FIRST_DAY, to: LAST_DAY });
    const start = clampDays(moved.start + steps.start, { from: FIRST_DAY, to: end });
    return { start, end, progress: clampDays(bar.progress + steps.progress, { from: 0, to: 100 }) };
  };

  const show = (held: BarSession) => {
    const bar = held.preview(change);
    scrolling.revealDays({ from: bar.start, to: bar.end });
    origins.show(held.origins);
    const index = chart.rows.indexOf(held.leadId);
    if (index !== undefined) rowMark.show(index, "picked");
    return bar;
  };

  const sayDates = (held: BarSession, bar: BarEdit) =>
    speech.say(chart.options.words.dragDates(held.leadTitle(), toIsoDate(bar.start), toIsoDate(bar.end)));

  const stepDays = (held: BarSession, { part, days }: { part: "move" | "start" | "end"; days: number }) => {
    const origin = originOf(held);
    if (!origin) return;
    const gesture = part === "move" ? "move" : (`resize-${part}` as const);
    if (part === "move") steps = { ...steps, move: held.limitDays(gesture, steps.move + days) };
    else if (canStretch(chart, held.leadId)) {
      const wanted = steps[part] + days;
      const length = origin.end - origin.start;
      // One end never passes the other, wherever the keys have put that one.
      const bounds =
        part === "end"
          ? { from: steps.start - length, to: held.limitDays(gesture, Infinity) }
          : { from: held.limitDays(gesture, -Infinity), to: steps.end + length };
      steps = { ...steps, [part]: clampDays(wanted, bounds) };
    }
    sayDates(held, show(held));
  };

  const stepProgress = (held: BarSession, points: number) => {
    const origin = originOf(held);
    if (!origin) return;
    if (canStretch(chart, held.leadId)) {
      const progress = clampDays(origin.progress + steps.progress + points, { from: 0, to: 100 });
      steps = { ...steps, progress: progress - origin.progress };
    }
    speech.say(chart.options.words.dragProgress(held.leadTitle(), show(held).progress));
  };

  const end = () => {
    const ended = session;
    session = null;
    origins.hide();
    rowMark.hide();
    return ended;
  };

  const drop = (held: BarSession) => {
    const bar = held.preview(change);
    end();
    held.commit();
    const { words } = chart.options;
    const dates = words.dropped(held.leadTitle(), toIsoDate(bar.start), toIsoDate(bar.end));
    const progress = words.droppedProgress(held.leadTitle(), bar.progress);
    if (steps.progress === 0) return speech.say(dates);
    const datesStay = steps.move === 0 && steps.start === 0 && steps.end === 0;
    speech.say(...(datesStay ? [progress] : [dates, progress]));
  };

  const cancel = () => {
    const ended = end();
    if (!ended) return;
    ended.cancel();
    speech.say(chart.options.words.cancelled);
  };

  return {
    isOn: () => session !== null,
    cancel,
    start: (index) => {
      const row = chart.rows.at(index);
      if (!row) return;
      if (row.lockedReason !== null) return speech.refuse(row.lockedReason);
      if (row.heading) return;
      const day = takesDates(chart, index) ? firstDay(chart) : null;
      session = createBarSession(stage, {
        leadIndex: index,
        together: day === null,
        ...(day !== null && { firstDates: { start: day, end: day } }),
      });
      if (!session) return;
      steps = NO_STEPS;
      const bar = show(session);
      const { words } = chart.options;
      const picked = words.picked(row.title);
      if (day !== null) speech.say(picked, words.dragDates(row.title, toIsoDate(bar.start), toIsoDate(bar.end)));
      else if (session.origins.size > 1) speech.say(words.selected(session.origins.size), picked);
      else speech.say(picked);
    },
    handles: (event) => {
      if (!session) return false;
      const held = session;
      const days = event.shiftKey ? WEEK_DAYS : 1;
      const points = event.shiftKey ? 1 : PROGRESS_STEP;
      const part = event.altKey ? "end" : event.ctrlKey || event.metaKey ? "start" : "move";
      if (event.key === "ArrowRight") stepDays(held, { part, days });
      else if (event.key === "ArrowLeft") stepDays(held, { part, days: -days });
      else if (event.key === "ArrowUp") stepProgress(held, points);
      else if (event.key === "ArrowDown") stepProgress(held, -points);
      else if (event.key === "Enter" || event.key === " ") drop(held);
      else if (event.key === "Escape") cancel();
      else return event.key !== "Tab";
      return true;
    },
    resume: () => {
      if (!session) return;
      const title = session.changedTitle();
      if (title === null) {
        session.resume();
        return void show(session);
      }
      end()?.cancel();
      speech.refuse(chart.options.words.changedMeanwhile(title));
    },
  };
}

/** A milestone has one day and no progress. */
function canStretch(chart: Chart, id: string): boolean {
  const index = chart.rows.indexOf(id);
  const row = index === undefined ? undefined : chart.rows.at(index);
  return (
    row !== undefined && index !== undefined && shapeOf(chart, row) === "bar" && editableBar(chart, index) !== null
  );
}

/** The day that a row without dates gets: today if it is in view, else the first day in view. */
function firstDay(chart: Chart): number {
  const { left, width } = chart.viewport;
  const first = Math.ceil(dayAt(chart.axis, left));
  const last = Math.floor(dayAt(chart.axis, left + width)) - 1;
  const today = todayOf(chart);
  return today >= first && today <= last ? today : clampDays(first, axisLimits(today));
}
