import type { WorkItem } from "@gantry/api-contract";
import { heldLabel, heldValue } from "../preview/values.ts";
import type { LookedRow } from "./job-upstream.ts";
import type { Found } from "./judge.ts";

/** What an item holds in the field of a change. */
export function toFoundField(row: LookedRow, item: WorkItem): Found {
  // Where an answer names a person by number only, and the number is the one that was sent, it is the wanted person.
  const isWantedPerson = row.wire?.call === "scrum-assign" && item.assignee?.numericId === row.wire.assignedToId;
  if (isWantedPerson) return { kind: "value", value: row.to, label: row.toLabel };
  const value = heldValue(item, row.field);
  return { kind: "value", value, label: heldLabel(item, row.field) ?? inWords(value) };
}

export function toFoundLink(row: LookedRow, linkedIds: ReadonlySet<string>): Found {
  return { kind: "value", value: linkedIds.has(row.itemId) ? row.to : null, label: null };
}

function inWords(value: ReturnType<typeof heldValue>): string | null {
  if (value === null) return null;
  return Array.isArray(value) ? value.join(", ") : String(value);
}
