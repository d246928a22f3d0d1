import { LINK_FIELD, type FieldValue, type OutcomeReason } from "@gantry/api-contract";
import type { ProjectFacts } from "../preview/facts.ts";
import { toIpdWire } from "./to-wire-ipd.ts";
import { toScrumWire } from "./to-wire-scrum.ts";
import type { Wire } from "./wire.ts";

/** How one change is written in its project's dialect, or why it cannot be. */
export function toWire(change: { field: string; to: FieldValue }, facts: ProjectFacts): Wire | OutcomeReason {
  const field = facts.fields.get(change.field);
  if (facts.project.kind === "ipd") return field === undefined ? "invalid-value" : toIpdWire(change, field);
  if (field === undefined && change.field !== LINK_FIELD) return "invalid-value";
  return toScrumWire(change, { numericIdOf: (personId) => facts.members.get(personId)?.numericId ?? null });
}
