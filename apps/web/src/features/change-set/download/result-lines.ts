import type { ChangeResult, IsoDate } from "@gantry/api-contract";
import type { Format } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/words.ts";
import { sayField, sayFrom, sayTo } from "../../../ui/work-items/field-value.ts";
import { explain, sayCure } from "../explain.ts";

export type LineContext = { words: Words; format: Format; today: IsoDate };

export function toHeadings({ words }: LineContext): string[] {
  const { column, csv } = words.changeSet;
  return [
    csv.id,
    column.number,
    column.item,
    csv.type,
    column.field,
    csv.from,
    csv.to,
    column.outcome,
    csv.explanation,
    csv.cure,
    csv.code,
    csv.message,
    column.time,
  ];
}

/** A result as a line of a spreadsheet: ids digit by digit, days as ISO days, instants in UTC. */
export function toLine(result: ChangeResult, context: LineContext): string[] {
  const { words } = context;
  const exact = { ...context, format: { ...context.format, day: (day: IsoDate) => day, number: String } };
  return [
    result.itemId,
    result.itemNumber,
    result.itemTitle,
    words.workItems.types[result.itemType] ?? result.itemType,
    sayField(result.field, words),
    sayFrom(result, exact),
    sayTo(result, exact),
    words.changes.outcome[result.outcome],
    explain(result, words),
    sayCure(result, words),
    result.upstreamCode ?? "",
    result.upstreamMessage ?? "",
    result.at === null ? "" : new Date(result.at).toISOString(),
  ];
}
