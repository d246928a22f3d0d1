import type { ChangeResult, IsoDate } from "@gantry/api-contract";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { sayField, sayFrom, sayTo } from "../../ui/work-items/field-value.ts";
import { explain } from "./explain.ts";

/** A change set's results as lines of a spreadsheet, headings first. Days are written as ISO days. */
export function toCsvRows(
  results: readonly ChangeResult[],
  context: { words: Words; format: Format; today: IsoDate },
): string[][] {
  const { words } = context;
  const { column, csv } = words.changeSet;
  const isoContext = { ...context, format: { ...context.format, day: (day: IsoDate) => day } };
  return [
    [
      csv.id,
      column.number,
      column.item,
      csv.type,
      column.field,
      csv.from,
      csv.to,
      column.outcome,
      column.reason,
      csv.code,
      csv.message,
      column.time,
    ],
    ...results.map((result) => [
      result.itemId,
      result.itemNumber,
      result.itemTitle,
      words.workItems.types[result.itemType] ?? result.itemType,
      sayField(result.field, words),
      sayFrom(result, isoContext),
      sayTo(result, isoContext),
      words.changes.outcome[result.outcome],
      explain(result, words),
      result.upstreamCode ?? "",
      result.upstreamMessage ?? "",
      result.at === null ? "" : new Date(result.at).toISOString(),
    ]),
  ];
}
