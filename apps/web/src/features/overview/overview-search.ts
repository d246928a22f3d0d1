import { type PlanHealth, planHealthSchema, type PlanType, planTypeSchema } from "@gantry/api-contract";
import * as v from "valibot";

export const COLUMN_KEYS = [
  "name",
  "project",
  "type",
  "creator",
  "people",
  "health",
  "items",
  "done",
  "overdue",
  "unscheduled",
  "unassigned",
  "blocked",
  "start",
  "updated",
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];
export type Sort = { key: ColumnKey; descending: boolean };

const OVERVIEW_VIEWS = ["table", "cards", "timeline"] as const;
export type OverviewView = (typeof OVERVIEW_VIEWS)[number];

/** In `folded`: every group. */
export const ALL = "all";

const text = v.fallback(v.optional(v.pipe(v.string(), v.maxLength(2_800))), undefined);
/** What the address of the overview holds; lists are separated by commas. What doesn't fit is left out. */
export const overviewSearchSchema = v.object({
  /** Undefined: cards on a phone, else the table. */
  view: v.fallback(v.optional(v.picklist(OVERVIEW_VIEWS)), undefined),
  q: text,
  project: text,
  type: text,
  creator: text,
  health: text,
  sort: text,
  group: v.fallback(v.optional(v.picklist(["project"])), undefined),
  columns: text,
  /** Groups whose plans are not shown. */
  folded: text,
  /** Plans of the timeline whose items are shown. */
  open: text,
});
export type OverviewSearch = v.InferOutput<typeof overviewSearchSchema>;

const FILTER_KEYS = ["q", "project", "type", "creator", "health"] as const;
/** The address's part that narrows the plans, all of it empty. */
export const noFilters = { q: undefined, project: undefined, type: undefined, creator: undefined, health: undefined };

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

export function isFiltered(search: OverviewSearch): boolean {
  return FILTER_KEYS.some((key) => (search[key] ?? "").trim() !== "");
}

export function toList(text: string | undefined): string[] {
  return (text ?? "").split(",").filter((part) => part !== "");
}

/** A list's values as the address holds them; none is left out. */
export function fromValues(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(",");
}

/** A list in the address with a value added, or taken out where it was in. */
export function flipValue(text: string | undefined, value: string): string | undefined {
  const values = toList(text);
  return fromValues(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
}

/** Worst first is the order of somebody who looks for trouble. */
const defaultSort: Sort = { key: "health", descending: false };

export function toSort(text: string | undefined): Sort {
  const descending = text?.startsWith("-") ?? false;
  const key = COLUMN_KEYS.find((one) => one === text?.replace(/^-/, ""));
  return key === undefined ? defaultSort : { key, descending };
}

export function fromSort(sort: Sort): string | undefined {
  if (sort.key === defaultSort.key && sort.descending === defaultSort.descending) return undefined;
  return `${sort.descending ? "-" : ""}${sort.key}`;
}
