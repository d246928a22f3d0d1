import type { GanttCategory, GanttRow, GanttShape } from "@gantry/gantt";
import type { Words } from "../../i18n/words.ts";
import type { Colouring } from "./colour-by.ts";
import { sayFieldValue } from "./field-values.ts";
import type { PlanLayers } from "./plan-layers.ts";
import type { HeadingRow, ItemRow, PlanRow } from "./plan-rows.ts";

export type GanttRowsInput = {
  categoryOf: Colouring["categoryOf"];
  layers: PlanLayers;
  words: Words;
  /** A line in one sentence; called for the lines that are drawn. */
  describe: (rowId: string) => string;
};

type Fields = Omit<GanttRow, "description">;
const HEADING_CATEGORY: GanttCategory = 8;

/** The plan's lines as the chart draws them. */
export function toGanttRows(rows: readonly PlanRow[], input: GanttRowsInput): GanttRow[] {
  // One getter for all rows, by their prototype: a sentence takes long to make, there may be 50,000, and a getter of
  // its own costs a row 1 KB.
  const described = {
    id: "",
    get description(): string {
      return input.describe(this.id);
    },
  };
  const withDescription = (fields: Fields): GanttRow => Object.setPrototypeOf(fields, described);
  return rows.map((row) => withDescription(row.kind === "item" ? itemFields(row, input) : headingFields(row, input)));
}

function itemFields(row: ItemRow, { categoryOf, layers, words }: GanttRowsInput): Fields {
  const { id, item } = row;
  return {
    id,
    title: item.title,
    heading: false,
    shape: shapeOf(row),
    start: row.start,
    end: row.end,
    progress: row.progress,
    category: categoryOf(item),
    level: row.depth + 1,
    position: row.position,
    siblings: row.siblings,
    expandable: row.expandable,
    expanded: row.expanded,
    overdue: row.overdue,
    lockedReason: lockedReasonOf(row, words),
    critical: layers.isCritical(id),
    baseline: layers.baselineOf(id),
    muted: row.muted,
  };
}

function headingFields(row: HeadingRow, { words }: GanttRowsInput): Fields {
  return {
    id: row.id,
    title: sayFieldValue(row.group.name, { key: row.group.key, words }),
    heading: true,
    shape: row.start === null ? "none" : "summary",
    start: row.start,
    end: row.end,
    progress: row.progress,
    category: HEADING_CATEGORY,
    level: 1,
    position: row.position,
    siblings: row.siblings,
    expandable: row.expandable,
    expanded: row.expanded,
    overdue: false,
    lockedReason: words.chart.locked.heading,
    critical: false,
    baseline: null,
    muted: false,
  };
}

function lockedReasonOf(row: ItemRow, words: Words): string | null {
  if (row.isParent) return words.chart.locked.summary;
  if (row.start !== null && row.end !== null && row.end < row.start) return words.chart.locked.inverted;
  return row.item.status.phase === "done" ? words.chart.locked.closed : null;
}

function shapeOf(row: ItemRow): GanttShape {
  if (row.start === null && row.end === null) return "none";
  return row.isParent ? "summary" : "bar";
}
