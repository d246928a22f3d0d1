import type { WorkItem } from "@gantry/api-contract";
import type { Words } from "../../i18n/words.ts";
import { type FilterKey, NONE } from "./plan-search.ts";

/** What an item has in one of the fields that plans are filtered, grouped and coloured by; `NONE` for nothing. */
export function fieldIdOf(item: WorkItem, key: FilterKey): string {
  switch (key) {
    case "status":
      return item.status.id;
    case "type":
      return item.type;
    case "assignee":
      return item.assignee?.id ?? NONE;
    case "sprint":
      return item.sprint?.id ?? NONE;
    case "priority":
      return item.priority?.id ?? NONE;
  }
}

/** The same as people read it, untranslated; null for nothing. */
export function fieldNameOf(item: WorkItem, key: FilterKey): string | null {
  if (key === "status") return item.status.name;
  if (key === "type") return item.type;
  if (key === "assignee") return item.assignee?.name ?? null;
  return (key === "sprint" ? item.sprint?.name : item.priority?.name) ?? null;
}

/** A value's name in the reader's language. */
export function sayFieldValue(name: string | null, { key, words }: { key: FilterKey; words: Words }): string {
  if (name === null) return key === "assignee" ? words.workItems.unassigned : words.plan.none;
  return key === "type" ? (words.workItems.types[name] ?? name) : name;
}
