import type { WorkItem } from "@gantry/api-contract";
import type { GanttRow } from "@gantry/gantt";
import { calendarEnd, calendarEvent, calendarStart } from "@gantry/schedule";
import type { Words } from "../../i18n/words.ts";
import type { ExportSource } from "./export-source.ts";
import type { TextFileOptions } from "./plan-csv.ts";

const ROWS_A_STEP = 50;

/** Whether a row becomes an event: an item of its own with at least one date. Parents only sum up what follows them. */
export function isEvent(row: GanttRow): boolean {
  return !row.heading && row.shape !== "summary" && (row.start !== null || row.end !== null);
}

/** The plan's items as whole-day events of a calendar (RFC 5545). */
export async function makeIcs(
  source: ExportSource,
  { words, onProgress, madeAt }: TextFileOptions & { madeAt: number },
): Promise<Blob> {
  const parts = [calendarStart({ name: source.plan.name })];
  for (const [index, row] of source.rows.entries()) {
    const item = source.itemOf(row.id);
    if (item !== undefined && isEvent(row)) parts.push(toEvent(row, { item, words, madeAt, source }));
    if (index % ROWS_A_STEP === 0) await onProgress(index / source.rows.length);
  }
  return new Blob([...parts, calendarEnd], { type: "text/calendar;charset=utf-8" });
}

type EventInput = { item: WorkItem; words: Words; madeAt: number; source: ExportSource };

function toEvent(row: GanttRow, { item, words, madeAt, source }: EventInput): string {
  const about = [
    `${words.workItems.fields["number"] ?? ""}: ${item.number}`,
    `${words.workItems.fields["status"] ?? ""}: ${item.status.name}`,
    `${words.workItems.fields["assignee"] ?? ""}: ${item.assignee?.name ?? words.workItems.unassigned}`,
    `${words.workItems.fields["progress"] ?? ""}: ${item.progress}%`,
  ];
  return calendarEvent({
    // The same item keeps its event, whoever exports it and when.
    uid: `${item.id}@${source.plan.projectId}.gantry`,
    days: { start: row.start, end: row.end },
    summary: item.title,
    description: about.join("\n"),
    category: words.workItems.types[item.type] ?? item.type,
    writtenAt: madeAt,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
  });
}
