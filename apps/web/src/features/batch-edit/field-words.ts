import type { Field } from "@gantry/api-contract";
import type { Words } from "../../i18n/words.ts";
import type { Problem } from "./check-draft.ts";

/** A field's name: ours by code, else CodeArts' own (custom fields). */
export function nameOfField(field: Pick<Field, "code" | "name">, words: Words): string {
  return words.workItems.fields[field.code] ?? field.name ?? field.code;
}

export function sayProblem(problem: Problem, words: Words): string {
  const { limits, problems } = words.batchEdit;
  return "limit" in problem ? limits[problem.code](problem.limit) : problems[problem.code];
}
