import type { IsoDate, WorkItem } from "@gantry/api-contract";
import type { GanttRow } from "@gantry/gantt";
import { addDays } from "@gantry/schedule";
import type { Words } from "../../i18n/words.ts";
import { icsInstant, icsLines, icsText } from "./ics-lines.ts";
import type { ExportSource } from "./export-source.ts";
import type { TextFileOptions } from "./plan-csv.ts";

const ROWS_A_STEP = 50;
const LAST_DAY: IsoDate = "9999-12-31";

/** Whether a row becomes an event: an item of its own with at least one date. Parents only sum up what follows them. */
export function isEvent(row: GanttRow): boolean {
  return !row.heading && row.shape !== "summary" && (row.start !== null || row.end !== null);
}

/** The plan's items as whole-day events of a calendar (RFC 5545). */
export async function makeIcs(
  source: ExportSource,
  { words, onProgress, madeAt }: TextFileOptions & { madeAt: number },
): Promise<Blob> {
  const parts = [
    icsLines([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Gantry//Plan//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      `X-WR-CALNAME:${icsText(source.plan.name)}`,
    ]),
  ];
  for (const [index, row] of source.rows.entries()) {
    const item = source.itemOf(row.id);
    if (item !== undefined && isEvent(row)) parts.push(icsLines(toEvent(row, { item, words, madeAt, source })));
    if (index % ROWS_A_STEP === 0) await onProgress(index / source.rows.length);
  }
  parts.push(icsLines(["END:VCALENDAR"]));
  return new Blob(parts, { type: "text/calendar;charset=utf-8" });
}

type EventInput = { item: WorkItem; words: Words; madeAt: number; source: ExportSource };

function toEvent(row: GanttRow, { item, words, madeAt, source }: EventInput): string[] {
  const [start, end] = daysOf(row);
  const changedAt = item.updatedAt ?? item.createdAt;
  const about = [
    `${words.workItems.fields["number"] ?? ""}: ${item.number}`,
    `${words.workItems.fields["status"] ?? ""}: ${item.status.name}`,
    `${words.workItems.fields["assignee"] ?? ""}: ${item.assignee?.name ?? words.workItems.unassigned}`,
    `${words.workItems.fields["progress"] ?? ""}: ${item.progress}%`,
  ];
  return [
    "BEGIN:VEVENT",
    // The same item keeps its event, whoever exports it and when.
    `UID:${item.id}@${source.plan.projectId}.gantry`,
    `DTSTAMP:${icsInstant(madeAt)}`,
    ...(item.createdAt === null ? [] : [`CREATED:${icsInstant(item.createdAt)}`]),
    ...(changedAt === null ? [] : [`LAST-MODIFIED:${icsInstant(changedAt)}`]),
    `SEQUENCE:${sequenceOf(item)}`,
    `DTSTART;VALUE=DATE:${icsDay(start)}`,
    // The end is the first day after; the calendar's last day has none, and an event without an end is one day.
    ...(end === LAST_DAY ? [] : [`DTEND;VALUE=DATE:${icsDay(addDays(end, 1))}`]),
    `SUMMARY:${icsText(item.title)}`,
    `DESCRIPTION:${icsText(about.join("\n"))}`,
    `CATEGORIES:${icsText(words.workItems.types[item.type] ?? item.type)}`,
    // A plan's bar says what is worked on, not that nobody can be met.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Inclusive; one day where a date is missing, the days between where the end comes first. */
function daysOf({ start, end }: GanttRow): [IsoDate, IsoDate] {
  const first = start ?? end ?? LAST_DAY;
  const last = end ?? start ?? LAST_DAY;
  return last < first ? [last, first] : [first, last];
}

/** Grows with every change: whole seconds from the item's making to its last change. */
function sequenceOf({ createdAt, updatedAt }: WorkItem): number {
  return createdAt === null || updatedAt === null ? 0 : Math.max(0, Math.floor((updatedAt - createdAt) / 1000));
}

function icsDay(day: IsoDate): string {
  return day.replaceAll("-", "");
}
