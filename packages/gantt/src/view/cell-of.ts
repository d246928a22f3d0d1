import type { GanttCell, GanttColumn, GanttRow } from "../types.ts";

const EMPTY: GanttCell = { text: "" };
const reported = new WeakSet<GanttColumn>();

/** What a column shows of a row. A column that throws has empty cells: the page is told once, the chart goes on. */
export function cellOf(column: GanttColumn, row: GanttRow): GanttCell {
  try {
    return column.cell(row);
  } catch (error) {
    if (!reported.has(column)) reportError(error);
    reported.add(column);
    return EMPTY;
  }
}
