import type { GanttRow, GanttShape } from "@gantry/gantt";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import type { Colouring } from "./colour-by.ts";
import type { PlanLayers } from "./plan-layers.ts";
import type { PlanRow } from "./plan-rows.ts";

export type GanttRowsInput = {
  categoryOf: Colouring["categoryOf"];
  layers: PlanLayers;
  words: Words;
  format: Format;
};

/** The plan's lines as the chart draws them. */
export function toGanttRows(rows: readonly PlanRow[], input: GanttRowsInput): GanttRow[] {
  return rows.map((row): GanttRow => ({
    id: row.item.id,
    title: row.item.title,
    // Read for the rows that are drawn only: a sentence takes long to make, and there may be 50,000.
    get description() {
      return describeRow(row, input);
    },
    heading: false,
    shape: shapeOf(row),
    start: row.start,
    end: row.end,
    progress: row.progress,
    category: input.categoryOf(row.item),
    level: row.depth + 1,
    position: 1,
    siblings: 1,
    expandable: row.expandable,
    expanded: row.expanded,
    overdue: row.overdue,
    lockedReason: lockedReasonOf(row, input.words),
    critical: input.layers.isCritical(row.item.id),
    baseline: input.layers.baselineOf(row.item.id),
    muted: row.muted,
  }));
}

function lockedReasonOf(row: PlanRow, words: Words): string | null {
  if (row.isParent) return words.chart.locked.summary;
  return row.item.status.phase === "done" ? words.chart.locked.closed : null;
}

function shapeOf(row: PlanRow): GanttShape {
  if (row.start === null && row.end === null) return "none";
  return row.isParent ? "summary" : "bar";
}

/** The whole bar in one sentence: title, type, dates, progress, what is wrong. */
function describeRow(row: PlanRow, { layers, words, format }: Omit<GanttRowsInput, "categoryOf">): string {
  const { item, start, end } = row;
  const said = words.plan.describe;
  const parts = [item.title, words.workItems.types[item.type] ?? item.type];
  if (item.badDates !== undefined) parts.push(said.badDates(item.badDates));
  if (start !== null && end !== null) {
    parts.push(words.workItems.span(format.longDay(start), format.longDay(end)));
    if (end < start) parts.push(said.inverted);
  } else if (end !== null) parts.push(said.openStart(format.longDay(end)));
  else parts.push(start === null ? said.noDates : said.openEnd(format.longDay(start)));
  parts.push(said.progress(format.percent(row.progress)), item.status.name);
  parts.push(item.assignee?.name ?? words.workItems.unassigned);
  parts.push(...layers.linksOf(item.id));
  if (row.overdue) parts.push(said.overdue);
  return format.list(parts);
}
