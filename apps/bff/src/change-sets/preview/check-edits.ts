import type { FieldEdit } from "@gantry/api-contract";
import { invalidRequest, type Issue } from "../invalid-request.ts";
import { checkValue } from "./check-value.ts";
import type { ProjectFacts } from "./facts.ts";
import { toPlainValue } from "./values.ts";

/** Throws `request.invalid`, naming each edit's field and the limit that it breaks. */
export function ensureEdits(edits: readonly FieldEdit[], facts: ProjectFacts): void {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  edits.forEach((edit, index) => {
    const isOfField = edit.how === "set" || edit.how === "clear";
    const codes = isOfField ? [edit.field] : ["start", "end"];
    const path = isOfField ? `edits.${index}.field` : `edits.${index}`;
    if (codes.some((code) => seen.has(code))) issues.push({ path, message: "Expected each field in one edit only" });
    for (const code of codes) seen.add(code);
    if (!isOfField) return;
    const field = facts.fields.get(edit.field);
    if (field === undefined) {
      issues.push({ path, message: "Expected a field of this project that Gantry can write" });
      return;
    }
    const message = checkValue(edit.how === "set" ? toPlainValue(edit.value) : null, { field, facts });
    if (message !== null) issues.push({ path: `edits.${index}`, message: `${edit.field}: ${message}` });
  });
  if (issues.length > 0) throw invalidRequest(issues);
}
