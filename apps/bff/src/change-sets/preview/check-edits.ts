import type { FieldEdit } from "@gantry/api-contract";
import { invalidRequest, type Issue } from "../invalid-request.ts";
import { checkValue } from "./check-value.ts";
import type { ProjectFacts } from "./facts.ts";
import { isRelative } from "./move-dates.ts";
import { toPlainValue } from "./values.ts";

/** Throws `request.invalid`, naming each edit's field and the limit that it breaks, or the edit that it contradicts. */
export function ensureEdits(edits: readonly FieldEdit[], facts: ProjectFacts): void {
  const editOf = new Map<string, string>();
  const issues = edits.flatMap((edit, index): Issue[] => {
    const path = isRelative(edit) ? `edits.${index}` : `edits.${index}.field`;
    const codes = isRelative(edit) ? ["start", "end"] : [edit.field];
    const other = codes.map((code) => editOf.get(code)).find((name) => name !== undefined);
    for (const code of codes) editOf.set(code, editOf.get(code) ?? `edits.${index} (${edit.how})`);
    const found = checkEdit(edit, { index, facts });
    if (other === undefined) return found;
    return [
      { path, message: `Expected each field in one edit only: ${codes.join(" and ")} against ${other}` },
      ...found,
    ];
  });
  if (issues.length > 0) throw invalidRequest(issues);
}

function checkEdit(edit: FieldEdit, { index, facts }: { index: number; facts: ProjectFacts }): Issue[] {
  if (isRelative(edit)) {
    const isKnown = edit.how !== "fit-sprint" || edit.sprintId === null || facts.sprints.has(edit.sprintId);
    return isKnown ? [] : [{ path: `edits.${index}.sprintId`, message: "Expected a sprint of the project" }];
  }
  const field = facts.fields.get(edit.field);
  if (field === undefined) {
    return [{ path: `edits.${index}.field`, message: "Expected a field of this project that Gantry can write" }];
  }
  const message = checkValue(edit.how === "set" ? toPlainValue(edit.value) : null, { field, facts });
  return message === null ? [] : [{ path: `edits.${index}`, message: `${edit.field}: ${message}` }];
}
