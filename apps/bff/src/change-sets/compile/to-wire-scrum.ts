import { LINK_FIELD, type FieldValue, type OutcomeReason } from "@gantry/api-contract";
import { scrumItemChangesSchema, type ScrumItemChanges } from "@gantry/codearts-contract";
import * as v from "valibot";
import type { Wire } from "./wire.ts";

/** `PUT /v4/projects/{p}/issues/{id}`: our field → its name there. */
const ATTRIBUTES: ReadonlyMap<string, keyof ScrumItemChanges> = new Map([
  ["title", "name"],
  ["start", "begin_time"],
  ["end", "end_time"],
  ["progress", "done_ratio"],
  ["status", "status_id"],
  ["priority", "priority_id"],
  ["severity", "severity_id"],
  ["sprint", "iteration_id"],
]);

/**
 * How one change of a Scrum item is written, or why it cannot be.
 * The assignee goes through the V2 batch call, which wants the numeric user id as text; clearing is documented nowhere.
 */
export function toScrumWire(
  change: { field: string; to: FieldValue },
  options: { numericIdOf: (personId: string) => string | null },
): Wire | OutcomeReason {
  const { field, to } = change;
  if (field === LINK_FIELD) return to === null ? "not-removable" : { call: "link" };
  if (to === null) return "cannot-clear";
  if (field === "assignee") {
    const assignedToId = typeof to === "string" ? options.numericIdOf(to) : null;
    return assignedToId === null ? "invalid-value" : { call: "scrum-assign", assignedToId };
  }
  const attribute = ATTRIBUTES.get(field);
  if (attribute === undefined || Array.isArray(to)) return "invalid-value";
  const isWritable = v.is(scrumItemChangesSchema, { [attribute]: to });
  return isWritable ? { call: "scrum-update", attribute, value: to } : "invalid-value";
}
