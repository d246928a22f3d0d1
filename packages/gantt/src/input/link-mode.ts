import { barBoxOf } from "../chart.ts";
import { xToDay } from "../model/time-axis.ts";
import type { Scrolling } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import type { GanttLinkDraft, GanttLinkType } from "../types.ts";
import type { RowMark } from "../view/row-mark.ts";
import type { GestureTools } from "./gesture-tools.ts";
import type { KeyMode } from "./key-mode.ts";
import { textOfDraft, titleOf } from "./link-draft.ts";

const TYPES = ["FS", "SS", "FF", "SF"] as const satisfies readonly GanttLinkType[];

export type LinkModeInput = { scrolling: Scrolling; tools: GestureTools; rowMark: RowMark; pageRows: () => number };

type Draft = { from: string; fromTitle: string; to: string | null; type: GanttLinkType };

/** The keyboard's way to draw a link: up and down choose the other row, T the type, Enter draws; each step is spoken. */
export function createLinkMode(stage: Stage, { scrolling, tools, rowMark, pageRows }: LinkModeInput): KeyMode {
  const { chart } = stage;
  const { linkDraft, speech } = tools;
  let draft: Draft | null = null;

  const end = () => {
    const was = draft;
    draft = null;
    linkDraft.hide();
    rowMark.hide();
    return was;
  };

  const refusalOf = (wanted: GanttLinkDraft) => chart.options.linkRefusal?.(wanted) ?? null;

  const show = (now: Draft, refusal: string | null) => {
    const index = now.to === null ? undefined : chart.rows.indexOf(now.to);
    if (now.to === null || index === undefined) {
      linkDraft.hide();
      return rowMark.hide();
    }
    scrolling.revealRow(index);
    const box = barBoxOf(chart, index);
    if (box) scrolling.revealDays({ from: xToDay(chart.axis, box.x), to: xToDay(chart.axis, box.x + box.width) });
    rowMark.show(index, "target");
    linkDraft.showDraft({ from: now.from, to: now.to, type: now.type }, { refused: refusal !== null });
  };

  const take = (next: Draft) => {
    draft = next;
    const refusal = next.to === null ? null : refusalOf({ from: next.from, to: next.to, type: next.type });
    show(next, refusal);
    const text = textOfDraft(chart, next);
    speech.say(...(refusal === null ? [text] : [text, refusal]));
  };

  /** From where the link ends now, over headings and over the row it comes from. */
  const go = (now: Draft, { to, by }: { to: number; by: 1 | -1 }) => {
    for (let index = to; index >= 0 && index < chart.rows.count; index += by) {
      const row = chart.rows.at(index);
      if (row && !row.heading && row.id !== now.from) return take({ ...now, to: row.id });
    }
    take(now);
  };

  const draw = (now: Draft) => {
    if (now.to === null) return take(now);
    const drawn: GanttLinkDraft = { from: now.from, to: now.to, type: now.type };
    const refusal = refusalOf(drawn);
    if (refusal !== null) return speech.refuse(refusal);
    end();
    chart.options.onLinkDraw?.(drawn);
    speech.say(chart.options.words.linked(titleOf(chart, drawn.from), titleOf(chart, drawn.to), drawn.type));
  };

  const cancel = () => {
    if (end()) speech.say(chart.options.words.cancelled);
  };

  return {
    isOn: () => draft !== null,
    cancel,
    start: (index) => {
      const row = chart.rows.at(index);
      if (!row || row.heading || !chart.options.onLinkDraw) return;
      draft = { from: row.id, fromTitle: row.title, to: null, type: "FS" };
      rowMark.show(index, "picked");
      speech.say(chart.options.words.linkFrom(row.title));
    },
    handles: (event) => {
      if (!draft) return false;
      const now = draft;
      const at = chart.rows.indexOf(now.to ?? now.from) ?? chart.focusIndex;
      const last = chart.rows.count - 1;
      const page = pageRows();
      if (event.key === "ArrowDown") go(now, { to: at + 1, by: 1 });
      else if (event.key === "ArrowUp") go(now, { to: at - 1, by: -1 });
      else if (event.key === "PageDown") go(now, { to: Math.min(at + page, last), by: 1 });
      else if (event.key === "PageUp") go(now, { to: Math.max(at - page, 0), by: -1 });
      else if (event.key === "Home") go(now, { to: 0, by: 1 });
      else if (event.key === "End") go(now, { to: last, by: -1 });
      else if (event.key.toLowerCase() === "t") take({ ...now, type: typeAfter(now.type) });
      else if (event.key === "Enter") draw(now);
      else if (event.key === "Escape") cancel();
      else return event.key !== "Tab";
      return true;
    },
    resume: () => {
      if (!draft) return;
      if (chart.rows.indexOf(draft.from) === undefined) {
        const title = draft.fromTitle;
        end();
        return speech.refuse(chart.options.words.changedMeanwhile(title));
      }
      if (draft.to !== null && chart.rows.indexOf(draft.to) === undefined) draft = { ...draft, to: null };
      const { from, to, type } = draft;
      show(draft, to === null ? null : refusalOf({ from, to, type }));
    },
  };
}

function typeAfter(type: GanttLinkType): GanttLinkType {
  return TYPES[(TYPES.indexOf(type) + 1) % TYPES.length] ?? "FS";
}
