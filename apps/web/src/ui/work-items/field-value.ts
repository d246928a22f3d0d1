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

/** A field's name: ours by code, or the code of a custom field. */
export function sayField(code: string, words: Words): string {
  return words.workItems.fields[code] ?? code;
}

/** A value of a field that is not a link to a plan, in words. */
export function sayValue(field: string, value: FieldValue, { words, format, today }: SayContext): string {
  if (value === null || value === "") return words.workItems.nothing;
  if (typeof value === "boolean") return value ? words.workItems.yes : words.workItems.no;
  if (typeof value === "number") return field === "progress" ? format.percent(value) : format.number(value);
  if (typeof value !== "string") return value.length === 0 ? words.workItems.nothing : value.join(", ");
  return isIsoDate(value) ? format.day(value, { near: today }) : value;
}

const isLink = ({ field }: Said): boolean => field === LINK_FIELD;
