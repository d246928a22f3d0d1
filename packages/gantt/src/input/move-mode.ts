import { toIsoDate } from "@gantry/schedule";
import { editDays, type BarEdit } from "../model/bar-edit.ts";
import type { Scrolling } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import { createBarSession, type BarSession } from "./bar-session.ts";

/** The keyboard's drag: a bar is picked up, moved by arrows, dropped or put back; each step is spoken. */
export type MoveMode = {
  start: (index: number) => void;
  /** Takes the key if a bar is picked up. */
  handles: (event: KeyboardEvent) => boolean;
  cancel: () => void;
  rowsChanged: () => void;
};

const WEEK_DAYS = 7;

export function createMoveMode(stage: Stage, scrolling: Scrolling): MoveMode {
  const { chart } = stage;
  let session: BarSession | null = null;
  let movedDays = 0;
  let stretchedDays = 0;

  const title = () => {
    const index = session ? chart.rows.indexOf(session.leadId) : undefined;
    return index === undefined ? "" : (chart.rows.at(index)?.title ?? "");
  };
  const say = (text: string) => {
    chart.frame.live.textContent = text;
  };

  const change = (bar: BarEdit, isLead: boolean) => {
    const moved = editDays(bar, { gesture: "move", days: movedDays });
    return isLead ? editDays(moved, { gesture: "resize-end", days: stretchedDays }) : moved;
  };

  const step = (days: number, stretch: boolean) => {
    if (!session) return;
    const origin = session.origins.get(session.leadId);
    if (stretch) stretchedDays = Math.max(stretchedDays + days, origin ? origin.start - origin.end : 0);
    else movedDays += days;
    const bar = session.preview(change);
    scrolling.revealDays({ from: bar.start, to: bar.end });
    say(chart.options.words.dragDates(title(), toIsoDate(bar.start), toIsoDate(bar.end)));
  };

  const drop = () => {
    if (!session) return;
    const bar = session.preview(change);
    const text = chart.options.words.dropped(title(), toIsoDate(bar.start), toIsoDate(bar.end));
    const dropped = session;
    session = null;
    dropped.commit();
    say(text);
  };

  const cancel = () => {
    if (!session) return;
    const cancelled = session;
    session = null;
    cancelled.cancel();
    say(chart.options.words.cancelled);
  };

  return {
    cancel,
    start: (index) => {
      session = createBarSession(stage, { leadIndex: index, together: true });
      movedDays = 0;
      stretchedDays = 0;
      if (!session) return;
      const bar = session.origins.get(session.leadId);
      if (bar) scrolling.revealDays({ from: bar.start, to: bar.end });
      say(chart.options.words.picked(title()));
    },
    handles: (event) => {
      if (!session) return false;
      const days = event.shiftKey ? WEEK_DAYS : 1;
      if (event.key === "ArrowRight") step(days, event.altKey);
      else if (event.key === "ArrowLeft") step(-days, event.altKey);
      else if (event.key === "Enter") drop();
      else if (event.key === "Escape") cancel();
      else return event.key !== "Tab";
      return true;
    },
    rowsChanged: () => {
      if (session && !session.isCurrent()) cancel();
    },
  };
}
