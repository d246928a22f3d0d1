import { type PlanHealth, planHealthSchema, type PlanType, planTypeSchema } from "@gantry/api-contract";
import * as v from "valibot";

const SORT_KEYS = [
  "name",
  "project",
  "type",
  "creator",
  "health",
  "items",
  "done",
  "overdue",
  "unscheduled",
  "unassigned",
  "start",
  "updated",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type Sort = { key: SortKey; descending: boolean };

const text = v.fallback(v.optional(v.pipe(v.string(), v.maxLength(2000))), undefined);
/** What the address of the overview holds; lists are separated by commas. What doesn't fit is left out. */
export const overviewSearchSchema = v.object({
  view: v.fallback(v.optional(v.picklist(["timeline"])), undefined),
  q: text,
  project: text,
  type: text,
  creator: text,
  health: text,
  sort: text,
});
export type OverviewSearch = v.InferOutput<typeof overviewSearchSchema>;

export type OverviewFilters = {
  search: string;
  projects: readonly string[];
  types: readonly PlanType[];
  creators: readonly string[];
  healths: readonly PlanHealth[];
};

export function toFilters(search: OverviewSearch): OverviewFilters {
  return {
    search: search.q ?? "",
    projects: toList(search.project),
    types: planTypeSchema.options.filter((type) => toList(search.type).includes(type)),
    creators: toList(search.creator),
    healths: planHealthSchema.options.filter((health) => toList(search.health).includes(health)),
  };
}

function toList(text: string | undefined): string[] {
  return (text ?? "").split(",").filter((part) => part !== "");
}

/** A filter's values as the address holds them; none is left out. */
export function fromValues(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(",");
}

/** Worst first is the order of somebody who looks for trouble. */
const defaultSort: Sort = { key: "health", descending: false };

export function toSort(text: string | undefined): Sort {
  const descending = text?.startsWith("-") ?? false;
  const key = SORT_KEYS.find((one) => one === text?.replace(/^-/, ""));
  return key === undefined ? defaultSort : { key, descending };
}

export function fromSort(sort: Sort): string | undefined {
  if (sort.key === defaultSort.key && sort.descending === defaultSort.descending) return undefined;
  return `${sort.descending ? "-" : ""}${sort.key}`;
}
