import type { IsoDate } from "@gantry/api-contract";
import { daysBetween } from "@gantry/schedule";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import type { WorkingDays } from "../../lib/working-days.ts";
import { sayFieldValue } from "./field-values.ts";
import type { PlanLayers } from "./plan-layers.ts";
import type { HeadingRow, ItemRow, PlanRow } from "./plan-rows.ts";

export type RowSpeech = {
  layers: PlanLayers;
  /** What is wrong with an item's data, in words; empty where nothing is. */
  problemsOf: (itemId: string) => readonly string[];
  workingDays: WorkingDays;
  today: IsoDate;
  words: Words;
  format: Format;
};

/** A line in one sentence, for who can't see it: title, dates, length, progress, people, links, what is wrong. */
export function describeRow(row: PlanRow, speech: RowSpeech): string {
  const parts = row.kind === "item" ? itemParts(row, speech) : headingParts(row, speech);
  return parts.join(speech.words.plan.describe.comma);
}

function itemParts(row: ItemRow, speech: RowSpeech): string[] {
  const { item } = row;
  const { layers, words, format } = speech;
  const said = words.plan.describe;
  const parts = [
    item.title,
    words.workItems.types[item.type] ?? item.type,
    ...dateParts(row, speech),
    said.progress(format.percent(row.progress)),
    item.status.name,
    item.assignee?.name ?? words.workItems.unassigned,
    ...layers.linksOf(item.id),
  ];
  if (row.overdue && item.end !== null) parts.push(said.overdueBy(daysBetween(item.end, speech.today)));
  if (layers.isCritical(item.id)) parts.push(said.critical);
  const shift = layers.shiftOf(item.id);
  if (shift !== null) parts.push(shift.long);
  if (row.muted) parts.push(said.muted);
  parts.push(...speech.problemsOf(item.id));
  return parts;
}

function headingParts(row: HeadingRow, speech: RowSpeech): string[] {
  const { words, format } = speech;
  const said = words.plan.describe;
  const { key, name } = row.group;
  const parts = [
    `${words.workItems.fields[key] ?? key} ${sayFieldValue(name, { key, words })}`,
    words.plan.groupCount(row.count),
    ...dateParts(row, speech),
    said.progress(format.percent(row.progress)),
  ];
  if (row.overdueCount > 0) parts.push(words.plan.overdueCount(row.overdueCount));
  return parts;
}

function dateParts({ start, end }: PlanRow, { words, format, workingDays }: RowSpeech): string[] {
  const said = words.plan.describe;
  if (start === null) return [end === null ? said.noDates : said.openStart(format.longDay(end))];
  if (end === null) return [said.openEnd(format.longDay(start))];
  const span = words.workItems.span(format.longDay(start), format.longDay(end));
  const length = workingDays.count({ start, end });
  return length === null ? [span] : [span, words.chart.workingDays(length)];
}
