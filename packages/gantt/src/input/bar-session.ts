import { toIsoDate } from "@gantry/schedule";
import { editableBar } from "../chart.ts";
import { isSameEdit, type BarEdit } from "../model/bar-edit.ts";
import type { Stage } from "../stage.ts";
import type { GanttBarChange } from "../types.ts";

/** Bars that are being changed together, by pointer or by key: previewed step by step, committed once or not at all. */
export type BarSession = {
  leadId: string;
  /** Every bar that goes along, and where it was before. */
  origins: ReadonlyMap<string, BarEdit>;
  /** Shows all bars changed from where they were; returns the lead bar. */
  preview: (change: (bar: BarEdit, isLead: boolean) => BarEdit) => BarEdit;
  /** Tells the caller once; false when nothing differs. */
  commit: () => boolean;
  cancel: () => void;
  /** Whether the rows still are as the session found them. */
  isCurrent: () => boolean;
};

/** Null where the row's bar may not be changed. `together`: everything selected goes along if the lead is selected. */
export function createBarSession(
  stage: Stage,
  { leadIndex, together }: { leadIndex: number; together: boolean },
): BarSession | null {
  const { chart } = stage;
  const leadBar = editableBar(chart, leadIndex);
  const leadRow = chart.rows.at(leadIndex);
  if (!leadBar || !leadRow) return null;
  const leadId = leadRow.id;
  const before = chart.edits;
  const goesAlong = together && chart.selection.has(leadId);
  const origins = goesAlong ? selectedBars(stage) : new Map([[leadId, leadBar]]);
  const after = new Map(origins);

  return {
    leadId,
    origins,
    preview: (change) => {
      for (const [id, bar] of origins) after.set(id, change(bar, id === leadId));
      stage.setEdits(new Map([...before, ...after]));
      return after.get(leadId) ?? leadBar;
    },
    commit: () => {
      const changes: GanttBarChange[] = [];
      const kept = new Map(before);
      for (const [id, bar] of after) {
        const origin = origins.get(id);
        if (!origin || isSameEdit(bar, origin)) continue;
        kept.set(id, bar);
        changes.push({ id, start: toIsoDate(bar.start), end: toIsoDate(bar.end), progress: bar.progress });
      }
      stage.setEdits(kept);
      if (changes.length > 0) chart.options.onBarsChange(changes);
      return changes.length > 0;
    },
    cancel: () => stage.setEdits(before),
    isCurrent: () => {
      for (const [id, origin] of origins) {
        const index = chart.rows.indexOf(id);
        const bar = index === undefined ? null : editableBar(chart, index);
        if (!bar || !isSameEdit(bar, origin)) return false;
      }
      return true;
    },
  };
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
