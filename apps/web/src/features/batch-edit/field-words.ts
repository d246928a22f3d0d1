import type { Field } from "@gantry/api-contract";
import type { Words } from "../../i18n/words.ts";
import { sayField } from "../../ui/work-items/field-value.ts";
import type { Problem } from "./check-draft.ts";

/** A field's name: ours by code, else CodeArts' own (custom fields). */
export function nameOfField(field: Pick<Field, "code" | "name">, words: Words): string {
  const isOurs = words.workItems.fields[field.code] !== undefined;
  return isOurs ? sayField(field.code, words) : (field.name ?? field.code);
}

export function sayProblem(problem: Problem, words: Words): string {
  const { limits, problems } = words.batchEdit;
  return "limit" in problem ? limits[problem.code](problem.limit) : problems[problem.code];
}
