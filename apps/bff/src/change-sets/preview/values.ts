import { fieldValueOf, type Field, type FieldValue, type WorkItem } from "@gantry/api-contract";
import type { ProjectFacts } from "./facts.ts";

/** Empty lists and texts are nothing, as reads give them. */
export function toPlainValue(value: FieldValue): FieldValue {
  return value === "" || (Array.isArray(value) && value.length === 0) ? null : value;
}

/** What an item holds in a field, in the form in which changes carry it. */
export function heldValue(item: WorkItem, code: string): FieldValue {
  return toPlainValue(fieldValueOf(item, code));
}

/** Names for the ids in a value; null where it speaks for itself, or nobody knows the name. */
export function labelOf(value: FieldValue, options: { field: Field; facts: ProjectFacts }): string | null {
  if (value === null || typeof value === "number" || typeof value === "boolean") return null;
  const ids = Array.isArray(value) ? value : [value];
  const names = ids.map((id) => nameOf(id, options));
  return names.some((name) => name === null) ? null : names.join(", ");
}

/** The name of what an item holds, as the item itself has it: it may be somebody or something that the project lost. */
export function heldLabel(item: WorkItem, code: string): string | null {
  switch (code) {
    case "assignee":
      return item.assignee?.name ?? null;
    case "status":
      return item.status.name;
    case "priority":
      return item.priority?.name ?? null;
    case "severity":
      return item.severity?.name ?? null;
    case "sprint":
      return item.sprint?.name ?? null;
    default:
      return null;
  }
}

function nameOf(id: string, { field, facts }: { field: Field; facts: ProjectFacts }): string | null {
  switch (field.control) {
    case "person":
    case "people":
      return facts.members.get(id)?.name ?? null;
    case "status":
      return facts.statuses.get(id)?.name ?? null;
    case "sprint":
      return facts.sprints.get(id)?.name ?? null;
    case "option":
    case "options":
      return field.options.find((option) => option.id === id)?.name ?? null;
    default:
      return null;
  }
}
