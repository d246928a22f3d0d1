import { toIsoDate } from "@gantry/schedule";
import { editableBar, todayOf } from "../chart.ts";
import { clampDays, isSameEdit, shiftBounds, type BarEdit, type BarGesture } from "../model/bar-edit.ts";
import { axisLimits } from "../model/time-axis.ts";
import { reachDays } from "../reach.ts";
import type { Stage } from "../stage.ts";
import type { GanttBarChange, GanttRow } from "../types.ts";

/** Bars that are being changed together, by pointer or by key: previewed step by step, committed once or not at all. */
export type BarSession = {
  leadId: string;
  leadTitle: () => string;
  /** Every bar that goes along, and where it was before. */
  origins: ReadonlyMap<string, BarEdit>;
  /** Days that the gesture may go so that every bar stays where the chart and the calendar reach. */
  limitDays: (gesture: BarGesture, days: number) => number;
  /** Shows all bars changed from where they were; returns the lead bar. */
  preview: (change: (bar: BarEdit, isLead: boolean) => BarEdit) => BarEdit;
  /** Tells the caller once; false when nothing differs. */
  commit: () => boolean;
  cancel: () => void;
  /** Title of a row whose dates are not those that the session began with; null while all are. */
  changedTitle: () => string | null;
  /** Shows the same change over other rows. */
  resume: () => void;
};

export type BarSessionInput = {
  leadIndex: number;
  /** Everything selected goes along if the lead is selected. */
  together: boolean;
  /** Dates for a row that has none. */
  firstDates?: { start: number; end: number };
};

/** Null where the row's bar may not be changed. */
export function createBarSession(
  stage: Stage,
  { leadIndex, together, firstDates }: BarSessionInput,
): BarSession | null {
  const { chart } = stage;
  const leadRow = chart.rows.at(leadIndex);
  const leadBar = leadRow && firstDates ? { ...firstDates, progress: leadRow.progress } : editableBar(chart, leadIndex);
  if (!leadBar || !leadRow) return null;
  const leadId = leadRow.id;
  const goesAlong = together && chart.selection.has(leadId);
  const origins = goesAlong ? selectedBars(stage) : new Map([[leadId, leadBar]]);
  const rowsBefore = new Map([...origins.keys()].map((id) => [id, rowOf(stage, id)]));
  const bounds = shiftBounds(origins.values(), axisLimits(todayOf(chart)));
  let before = chart.edits;
  let shown = chart.edits;
  let latest: (bar: BarEdit, isLead: boolean) => BarEdit = (bar) => bar;
  let after: ReadonlyMap<string, BarEdit> = origins;

  const preview = (change: typeof latest) => {
    latest = change;
    after = new Map([...origins].map(([id, bar]) => [id, sameOr(after.get(id), change(bar, id === leadId))]));
    shown = new Map([...before, ...after]);
    stage.setEdits(shown);
    const lead = after.get(leadId) ?? leadBar;
    reachDays(stage, { from: lead.start, to: lead.end });
    return lead;
  };

  return {
    leadId,
    leadTitle: () => rowOf(stage, leadId)?.title ?? leadRow.title,
    origins,
    limitDays: (gesture, days) => clampDays(days, bounds(gesture, origins.get(leadId) ?? leadBar)),
    preview,
    commit: () => {
      const changes: GanttBarChange[] = [];
      const kept = new Map(before);
      for (const [id, bar] of after) {
        const origin = origins.get(id);
        if (!firstDates && (!origin || isSameEdit(bar, origin))) continue;
        kept.set(id, bar);
        changes.push({ id, start: toIsoDate(bar.start), end: toIsoDate(bar.end), progress: bar.progress });
      }
      stage.setEdits(kept);
      if (changes.length > 0) chart.options.onBarsChange(changes);
      return changes.length > 0;
    },
    cancel: () => stage.setEdits(before),
    changedTitle: () => {
      for (const [id, row] of rowsBefore) {
        const now = rowOf(stage, id);
        if (!now || !row) return row?.title ?? "";
        if (!isSameRow(row, now) && !isEcho(now, origins.get(id))) return now.title;
      }
      return null;
    },
    resume: () => {
      // New rows took away what was shown in their stead; another axis did not.
      if (chart.edits !== shown) before = chart.edits;
      for (const [id, bar] of origins) {
        const index = chart.rows.indexOf(id);
        const now = index === undefined ? null : editableBar(chart, index);
        if (now) origins.set(id, { ...bar, progress: now.progress });
      }
      preview(latest);
    },
  };
}

/** An equal edit stays the same object: what is shown already is not drawn anew. */
function sameOr(known: BarEdit | undefined, bar: BarEdit): BarEdit {
  return known && isSameEdit(known, bar) ? known : bar;
}

function rowOf({ chart }: Stage, id: string): GanttRow | undefined {
  const index = chart.rows.indexOf(id);
  return index === undefined ? undefined : chart.rows.at(index);
}

function isSameRow(a: GanttRow, b: GanttRow): boolean {
  return a.start === b.start && a.end === b.end && a.lockedReason === b.lockedReason && a.shape === b.shape;
}

/** The row took over the dates of a gesture before this one. */
function isEcho(row: GanttRow, origin: BarEdit | undefined): boolean {
  if (!origin || row.lockedReason !== null) return false;
  return row.start === toIsoDate(origin.start) && row.end === toIsoDate(origin.end);
}

/** Bars of the selected rows that may be changed, in row order. */
function selectedBars({ chart }: Stage): Map<string, BarEdit> {
  const indexes = [...chart.selection].flatMap((id) => chart.rows.indexOf(id) ?? []).toSorted((a, b) => a - b);
  const bars = new Map<string, BarEdit>();
  for (const index of indexes) {
    const id = chart.rows.at(index)?.id;
    const bar = editableBar(chart, index);
    if (id !== undefined && bar) bars.set(id, bar);
  }
  return bars;
}
