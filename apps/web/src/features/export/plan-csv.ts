import type { IsoDate } from "@gantry/api-contract";
import type { GanttRow } from "@gantry/gantt";
import type { Words } from "../../i18n/words.ts";
import { toCsvLine, CSV_MARK } from "../../lib/to-csv.ts";
import type { ExportSource } from "./export-source.ts";

export type TextFileOptions = {
  words: Words;
  /** Awaited after some rows with the part that is done: gives the page time. */
  onProgress: (done: number) => Promise<void>;
};

const ROWS_A_STEP = 50;

/** The plan's items as a table: every field, days in ISO form, ids digit by digit. */
export async function makeCsv(source: ExportSource, { words, onProgress }: TextFileOptions): Promise<Blob> {
  const parts = [CSV_MARK, toCsvLine(headings(words))];
  for (const [index, row] of source.rows.entries()) {
    const line = toLine(row, { source, words });
    if (line !== null) parts.push(toCsvLine(line));
    if (index % ROWS_A_STEP === 0) await onProgress(index / source.rows.length);
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

function headings({ workItems, takeAway }: Words): string[] {
  const { csv } = takeAway;
  const field = (code: string) => workItems.fields[code] ?? code;
  return [
    csv.id,
    field("number"),
    field("title"),
    csv.level,
    csv.parent,
    field("type"),
    field("status"),
    csv.phase,
    field("assignee"),
    field("priority"),
    csv.severity,
    field("sprint"),
    field("start"),
    field("end"),
    csv.workingDays,
    field("progress"),
    csv.overdue,
    csv.critical,
    csv.baselineStart,
    csv.baselineEnd,
    csv.expectedHours,
    csv.actualHours,
    csv.badDates,
    csv.created,
    csv.updated,
  ];
}

/** Null for a group's heading: it is no item. */
function toLine(row: GanttRow, { source, words }: { source: ExportSource; words: Words }): string[] | null {
  const item = source.itemOf(row.id);
  if (item === undefined) return null;
  const { csv } = words.takeAway;
  const yesNo = (is: boolean) => (is ? csv.yes : csv.no);
  return [
    item.id,
    item.number,
    item.title,
    String(row.level),
    item.parentId ?? "",
    words.workItems.types[item.type] ?? item.type,
    item.status.name,
    csv.phases[item.status.phase],
    item.assignee?.name ?? "",
    item.priority?.name ?? "",
    item.severity?.name ?? "",
    item.sprint?.name ?? "",
    row.start ?? "",
    row.end ?? "",
    workingDays(row, source),
    String(row.progress),
    yesNo(row.overdue),
    yesNo(row.critical),
    row.baseline?.start ?? "",
    row.baseline?.end ?? "",
    text(item.expectedHours),
    text(item.actualHours),
    item.badDates ?? "",
    instant(item.createdAt),
    instant(item.updatedAt),
  ];
}

function workingDays({ start, end }: { start: IsoDate | null; end: IsoDate | null }, source: ExportSource): string {
  return start === null || end === null ? "" : text(source.workingDays({ start, end }));
}

function text(value: number | null): string {
  return value === null ? "" : String(value);
}

function instant(at: number | null): string {
  return at === null ? "" : new Date(at).toISOString();
}
