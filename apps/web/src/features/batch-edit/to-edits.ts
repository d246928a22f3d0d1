import { type FieldEdit, type FieldValue, isIsoDate } from "@gantry/api-contract";
import { checkDates, checkField, type DatesProblem, type Problem } from "./check-draft.ts";
import { type Draft, type FieldDraft, isDateField, OWN_SPRINT } from "./draft.ts";
import { allFields, END, type FormField, type FormFields, START } from "./form-fields.ts";

export type Problems = { dates: DatesProblem | null; fields: Readonly<Record<string, Problem>> };

/** Everything that is wrong with the ticked fields; null when the form can go. */
export function checkDraft(form: FormFields, draft: Draft): Problems | null {
  const fields: Record<string, Problem> = {};
  for (const { field, draft: typed } of tickedFields(form, draft)) {
    const problem = checkField(field, typed);
    if (problem !== null) fields[field.code] = problem;
  }
  const dates = draft.dates.ticked ? checkDates(draft.dates) : null;
  return dates === null && Object.keys(fields).length === 0 ? null : { dates, fields };
}

/** The edits of a draft that passed `checkDraft`; only ticked fields are named. */
export function toEdits(form: FormFields, draft: Draft): FieldEdit[] {
  const edits = tickedFields(form, draft).map(({ field, draft: typed }): FieldEdit =>
    typed.how === "clear"
      ? { how: "clear", field: field.code }
      : { how: "set", field: field.code, value: toValue(field.control, typed.value) },
  );
  return draft.dates.ticked ? [...edits, ...toDateEdits(form, draft.dates)] : edits;
}

/** Whether what the new dates push along links is asked for too. Cleared dates push nothing. */
export function asksForCascade({ dates }: Draft): boolean {
  return dates.ticked && dates.how !== "clear" && dates.cascade;
}

function toDateEdits(form: FormFields, dates: Draft["dates"]): FieldEdit[] {
  switch (dates.how) {
    case "shift":
      return [{ how: "shift", workingDays: Number(dates.workingDays) }];
    case "snap":
      return [{ how: "snap", weekday: dates.weekday, toward: dates.toward }];
    case "fit-sprint":
      return [{ how: "fit-sprint", sprintId: dates.sprint === OWN_SPRINT ? null : dates.sprint }];
    case "scale": {
      const anchor = isIsoDate(dates.anchor) ? { anchor: dates.anchor } : {};
      return [{ how: "scale", percent: Number(dates.percent), ...anchor }];
    }
    default:
      return toAbsoluteEdits(form, dates);
  }
}

function toAbsoluteEdits(form: FormFields, dates: Draft["dates"]): FieldEdit[] {
  const codes = [START, END].filter((code) => allFields(form).some(({ field }) => field.code === code));
  if (dates.how === "clear") return codes.map((field) => ({ how: "clear", field }));
  return codes.flatMap((field): FieldEdit[] => {
    const value = field === START ? dates.start : dates.end;
    return value === "" ? [] : [{ how: "set", field, value }];
  });
}

function tickedFields(form: FormFields, draft: Draft): { field: FormField["field"]; draft: FieldDraft }[] {
  return allFields(form).flatMap(({ field }) => {
    const typed = draft.fields[field.code];
    return typed?.ticked === true && !isDateField(field.code) ? [{ field, draft: typed }] : [];
  });
}

function toValue(control: FormField["field"]["control"], typed: string | readonly string[]): FieldValue {
  if (typeof typed !== "string") return [...typed];
  if (control === "number" || control === "percent") return Number(typed.trim());
  if (control === "boolean") return typed === "true";
  return control === "long-text" ? typed : typed.trim();
}
