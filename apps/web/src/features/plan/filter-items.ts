import type { WorkItem } from "@gantry/api-contract";
import { fieldIdOf, fieldNameOf } from "./field-values.ts";
import { FILTER_KEYS, type FilterKey, type PlanSearch } from "./plan-search.ts";

export type ItemFilter = { text: string; values: Record<FilterKey, ReadonlySet<string>> };

export function toItemFilter(search: PlanSearch): ItemFilter {
  const values = {
    status: new Set(search.status),
    type: new Set(search.type),
    assignee: new Set(search.assignee),
    sprint: new Set(search.sprint),
    priority: new Set(search.priority),
  };
  return { text: (search.q ?? "").trim().toLocaleLowerCase(), values };
}

export function isFiltering(filter: ItemFilter): boolean {
  return filter.text !== "" || FILTER_KEYS.some((key) => filter.values[key].size > 0);
}

/** Within one filter any value fits, between filters all must. */
export function matchesFilter(item: WorkItem, filter: ItemFilter): boolean {
  if (!FILTER_KEYS.every((key) => isWanted(filter.values[key], fieldIdOf(item, key)))) return false;
  if (filter.text === "") return true;
  return item.title.toLocaleLowerCase().includes(filter.text) || item.number.toLocaleLowerCase().includes(filter.text);
}

function isWanted(wanted: ReadonlySet<string>, value: string): boolean {
  return wanted.size === 0 || wanted.has(value);
}

export type FilterOption = { id: string; name: string | null; count: number };

/** Values that occur in the plan, most frequent first; `name: null` = nothing set. */
export function filterOptionsOf(items: readonly WorkItem[], key: FilterKey): FilterOption[] {
  const options = new Map<string, FilterOption>();
  for (const item of items) {
    const id = fieldIdOf(item, key);
    const known = options.get(id);
    if (known === undefined) options.set(id, { id, name: fieldNameOf(item, key), count: 1 });
    else known.count += 1;
  }
  return [...options.values()].sort((left, right) => right.count - left.count || left.id.localeCompare(right.id));
}
