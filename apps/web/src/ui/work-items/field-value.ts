import type { Change, FieldValue } from "@gantry/api-contract";
import type { IsoDate } from "@gantry/api-contract";
import { isIsoDate, LINK_FIELD } from "@gantry/api-contract";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";

export type SayContext = { words: Words; format: Format; today: IsoDate };

type Said = Pick<Change, "field" | "from" | "to" | "fromLabel" | "toLabel">;

/** What a field held before a change, in words. */
export function sayFrom(change: Said, context: SayContext): string {
  if (isLink(change)) return change.from === null ? context.words.workItems.notOnPlan : context.words.workItems.onPlan;
  return change.fromLabel ?? sayValue(change.field, change.from, context);
}

/** What it is to hold after it. */
export function sayTo(change: Said, context: SayContext): string {
  if (isLink(change)) return change.to === null ? context.words.workItems.notOnPlan : context.words.workItems.onPlan;
  return change.toLabel ?? sayValue(change.field, change.to, context);
}

/** The name of the field that a change is about. */
export function sayFieldOf(change: Said, words: Words): string {
  return sayField(change.field, { isPlanLink: isLink(change), words });
}

/** A field's name: ours by code, or the code of a custom field. IPD has a field of the same code as our link to a plan. */
export function sayField(code: string, { isPlanLink, words }: { isPlanLink: boolean; words: Words }): string {
  const { fields } = words.workItems;
  const known = code === LINK_FIELD && !isPlanLink ? fields["links"] : fields[code];
  return known ?? code;
}

/** A value of a field that is not a link to a plan, in words. */
export function sayValue(field: string, value: FieldValue, { words, format, today }: SayContext): string {
  if (value === null || value === "") return words.workItems.nothing;
  if (typeof value === "boolean") return value ? words.workItems.yes : words.workItems.no;
  if (typeof value === "number") return field === "progress" ? format.percent(value) : format.number(value);
  if (typeof value !== "string") return value.length === 0 ? words.workItems.nothing : value.join(", ");
  return isIsoDate(value) ? format.day(value, { near: today }) : value;
}

/** A link goes from no plan to a plan's 32-character id; an IPD field of the same name holds item ids. */
function isLink({ field, from, to }: Said): boolean {
  return (
    field === LINK_FIELD && [from, to].every((end) => end === null || (typeof end === "string" && end.length === 32))
  );
}
