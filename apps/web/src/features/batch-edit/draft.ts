import type { FieldValue } from "@gantry/api-contract";
import { allFields, END, type FormField, type FormFields, START } from "./form-fields.ts";

/** What was typed or chosen for one field; kept as typed, right or wrong, ticked or not. */
export type FieldDraft = { ticked: boolean; how: "set" | "clear"; value: string | readonly string[] };

/** How dates are changed: to the same for all, or each from where it is. */
export const DATE_WAYS = ["set", "clear", "shift", "snap", "fit-sprint", "scale"] as const;
type DateWay = (typeof DATE_WAYS)[number];

export const SNAP_WAYS = ["earlier", "nearest", "later"] as const;

/** In place of a sprint's id: the one that each item is in. */
export const OWN_SPRINT = "own";

export type DatesDraft = {
  ticked: boolean;
  how: DateWay;
  /** ISO days; an empty one is left as it is. */
  start: string;
  end: string;
  /** Whole working days, negative = earlier. */
  workingDays: string;
  /** 0 = Sunday. */
  weekday: number;
  toward: (typeof SNAP_WAYS)[number];
  /** A sprint's id, or `OWN_SPRINT`. */
  sprint: string;
  percent: string;
  /** An ISO day; empty = the earliest of all. */
  anchor: string;
  /** Also move what waits for these items. */
  cascade: boolean;
};

export type Draft = { dates: DatesDraft; fields: Readonly<Record<string, FieldDraft>> };

/** What the dialog opens with: nothing ticked, or the one thing that its button names. */
export type StartWith = "nothing" | "assignee" | "shift";

export function createDraft(
  form: FormFields,
  { startWith, firstDayOfWeek }: { startWith: StartWith; firstDayOfWeek: number },
): Draft {
  const fields: Record<string, FieldDraft> = {};
  for (const formField of allFields(form)) {
    const { code } = formField.field;
    fields[code] = { ticked: startWith === code, how: "set", value: startValueOf(formField) };
  }
  const shift = startWith === "shift";
  return {
    fields,
    dates: {
      ticked: shift,
      how: shift ? "shift" : "set",
      start: singleText(fields[START]?.value),
      end: singleText(fields[END]?.value),
      workingDays: "1",
      weekday: firstDayOfWeek,
      toward: "later",
      sprint: OWN_SPRINT,
      percent: "150",
      anchor: "",
      cascade: false,
    },
  };
}

export function changeField(draft: Draft, code: string, change: Partial<FieldDraft>): Draft {
  const before = draft.fields[code];
  if (before === undefined) return draft;
  return { ...draft, fields: { ...draft.fields, [code]: { ...before, ...change } } };
}

export function changeDates(draft: Draft, change: Partial<DatesDraft>): Draft {
  return { ...draft, dates: { ...draft.dates, ...change } };
}

export function isTouched(draft: Draft): boolean {
  return draft.dates.ticked || Object.values(draft.fields).some((field) => field.ticked);
}

export function isDateField(code: string): boolean {
  return code === START || code === END;
}

function startValueOf({ field, spread }: FormField): string | readonly string[] {
  const isList = LIST_CONTROLS.has(field.control);
  if (spread.kind === "several" || spread.value === null) return isList ? [] : "";
  return isList ? toTexts(spread.value) : singleText(spread.value);
}

const LIST_CONTROLS: ReadonlySet<string> = new Set(["people", "options", "items"]);

function toTexts(value: FieldValue): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function singleText(value: FieldValue | readonly string[] | undefined): string {
  return value === undefined || value === null || typeof value === "object" ? "" : String(value);
}
