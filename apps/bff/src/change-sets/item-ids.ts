import type { ProjectKind } from "@gantry/api-contract";
import { invalidRequest } from "./invalid-request.ts";

const FORMS: Readonly<Record<ProjectKind, { pattern: RegExp; expected: string }>> = {
  scrum: { pattern: /^[0-9]{1,10}$/, expected: "Expected 1–10 digits, as work items of a Scrum project have" },
  ipd: { pattern: /^[0-9]{18,19}$/, expected: "Expected 18–19 digits, as work items of an IPD project have" },
};

/** Throws `request.invalid` for an id that cannot be one of this kind of project. */
export function ensureItemIds(ids: readonly string[], options: { kind: ProjectKind; path: string }): void {
  const { pattern, expected } = FORMS[options.kind];
  const issues = ids.flatMap((id, index) =>
    pattern.test(id) ? [] : [{ path: `${options.path}.${index}`, message: expected }],
  );
  if (issues.length > 0) throw invalidRequest(issues);
}
