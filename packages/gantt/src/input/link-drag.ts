import { barBoxOf } from "../chart.ts";
import { linkTypeOf, nearestEnd, type BarEnd } from "../model/link-end.ts";
import type { ChartPoint } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import type { GanttLinkDraft } from "../types.ts";
import { pointerOf, type Gesture } from "./gesture.ts";
import type { GestureTools } from "./gesture-tools.ts";
import { textOfDraft, titleOf } from "./link-draft.ts";

export type LinkDragInput = { index: number; end: BarEnd };

/** How far beside a bar a link still snaps to its end. */
const SNAP_PX = 28;

/** Draws a link from an end of a bar to an end of another. */
export function createLinkDrag(
  stage: Stage,
  { index, end, ghost, linkDraft, speech }: LinkDragInput & GestureTools,
): Gesture | null {
  const { chart } = stage;
  const row = chart.rows.at(index);
  if (!row) return null;
  let draft: GanttLinkDraft | null = null;
  let refusal: string | null = null;

  /** The caller is asked once for each end that the pointer comes to. */
  const snapTo = (next: GanttLinkDraft | null) => {
    if (next?.to === draft?.to && next?.type === draft?.type) return;
    draft = next;
    refusal = next ? (chart.options.linkRefusal?.(next) ?? null) : null;
  };

  const hide = () => {
    ghost.hide();
    linkDraft.hide();
  };

  return {
    name: "link",
    edge: "scrolls",
    move: (point, place) => {
      snapTo(draftAt(stage, { from: row.id, end, point }));
      if (draft) linkDraft.showDraft(draft, { refused: refusal !== null });
      else linkDraft.showBand({ index: chart.rows.indexOf(row.id) ?? index, end, to: point });
      const text = textOfDraft(chart, draft ?? { from: row.id, to: null, type: linkTypeOf(end, "start") });
      ghost.show(refusal === null ? [text] : [text, refusal], { ...pointerOf(place), refused: refusal !== null });
    },
    drop: () => {
      hide();
      if (!draft) return;
      if (refusal !== null) return speech.refuse(refusal);
      chart.options.onLinkDraw?.(draft);
      const { words } = chart.options;
      speech.say(words.linked(titleOf(chart, draft.from), titleOf(chart, draft.to), draft.type));
    },
    cancel: hide,
    changedTitle: () => (chart.rows.indexOf(row.id) === undefined ? row.title : null),
    resume: () => {
      if (draft && chart.rows.indexOf(draft.to) === undefined) snapTo(null);
    },
  };
}

type DraftInput = { from: string; end: BarEnd; point: ChartPoint };

/** The link that a drop here would draw. */
function draftAt({ chart }: Stage, { from, end, point }: DraftInput): GanttLinkDraft | null {
  const index = Math.floor(point.y / chart.options.rowHeight);
  const row = chart.rows.at(index);
  const box = barBoxOf(chart, index);
  if (!row || !box || row.id === from) return null;
  if (point.x < box.x - SNAP_PX || point.x > box.x + box.width + SNAP_PX) return null;
  return { from, to: row.id, type: linkTypeOf(end, nearestEnd(box, point)) };
}
