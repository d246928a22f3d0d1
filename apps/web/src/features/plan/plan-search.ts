import * as v from "valibot";

export const SCALES = ["day", "week", "month", "quarter", "year"] as const;
export const COLOUR_KEYS = ["status", "type", "assignee", "priority"] as const;
export const FILTER_KEYS = ["status", "type", "assignee", "sprint", "priority"] as const;
export const GROUP_KEYS = ["assignee", "sprint", "status", "type", "priority"] as const;
export const SORT_KEYS = [
  "title",
  "number",
  "type",
  "status",
  "assignee",
  "priority",
  "sprint",
  "start",
  "end",
  "progress",
] as const;
/** Columns beside the title, which is always there. */
export const COLUMN_KEYS = [
  "number",
  "type",
  "status",
  "assignee",
  "priority",
  "sprint",
  "start",
  "end",
  "progress",
  "shift",
] as const;

export type ColourKey = (typeof COLOUR_KEYS)[number];
export type FilterKey = (typeof FILTER_KEYS)[number];
export type GroupKey = (typeof GROUP_KEYS)[number];
type SortKey = (typeof SORT_KEYS)[number];
export type ColumnKey = (typeof COLUMN_KEYS)[number];
export type Sort = { key: SortKey; descending: boolean };

/** Stands for "nobody" or "none" in a filter. */
export const NONE = "none";
/** In `folded`: every parent, so that a plan of 10,000 rows folds into a short address. */
export const ALL = "all";

const textSchema = v.fallback(v.optional(v.pipe(v.string(), v.maxLength(16_000))), undefined);
const oneOf = <const T extends readonly string[]>(values: T) => v.fallback(v.optional(v.picklist(values)), undefined);

/** What the address of a plan's page holds, all as text. What doesn't fit is left out, never an error page. */
export const planAddressSchema = v.object({
  scale: oneOf(SCALES),
  q: textSchema,
  status: textSchema,
  type: textSchema,
  assignee: textSchema,
  sprint: textSchema,
  priority: textSchema,
  sort: textSchema,
  group: oneOf(GROUP_KEYS),
  colour: oneOf(COLOUR_KEYS),
  columns: textSchema,
  folded: textSchema,
  item: textSchema,
  panel: oneOf(["backlog"]),
  critical: oneOf(["1"]),
  baseline: textSchema,
  /** Where the chart stands: see place.ts. */
  at: textSchema,
});
export type PlanAddress = v.InferOutput<typeof planAddressSchema>;

const LIST_KEYS = [...FILTER_KEYS, "columns", "folded"] as const;
type ListKey = (typeof LIST_KEYS)[number];

/** The same for the page, lists as lists, but for the place of the view; an empty list is undefined. */
export type PlanSearch = Omit<PlanAddress, ListKey | "at"> & { [Key in ListKey]?: readonly string[] | undefined };

/** Lists stand between commas in the address: ids have none. */
export function toPlanSearch(address: PlanAddress): PlanSearch {
  const list = (key: ListKey) => {
    const parts = (address[key] ?? "").split(",").filter((part) => part !== "");
    return parts.length === 0 ? undefined : parts;
  };
  const lists = Object.fromEntries(LIST_KEYS.map((key) => [key, list(key)]));
  const { scale, q, sort, group, colour, item, panel, critical, baseline } = address;
  return { scale, q, sort, group, colour, item, panel, critical, baseline, ...lists };
}

export function toPlanAddress(search: PlanSearch): Omit<PlanAddress, "at"> {
  const lists = LIST_KEYS.map((key) => [key, search[key]?.join(",")]);
  const { scale, q, sort, group, colour, item, panel, critical, baseline } = search;
  return {
    ...NO_LISTS,
    scale,
    q,
    sort,
    group,
    colour,
    item,
    panel,
    critical,
    baseline,
    ...Object.fromEntries(lists),
  };
}

const NO_LISTS = {
  status: undefined,
  type: undefined,
  assignee: undefined,
  sprint: undefined,
  priority: undefined,
  columns: undefined,
  folded: undefined,
} satisfies Record<ListKey, undefined>;

export function toSort(text: string | undefined): Sort | null {
  if (text === undefined) return null;
  const descending = text.startsWith("-");
  const key = SORT_KEYS.find((candidate) => candidate === text.slice(descending ? 1 : 0));
  return key === undefined ? null : { key, descending };
}

export function fromSort(sort: Sort | null): string | undefined {
  return sort === null ? undefined : `${sort.descending ? "-" : ""}${sort.key}`;
}

/** A press of a column's head: first upwards, then downwards, then the plan's own order again. */
export function nextSort(text: string | undefined, key: string): string | undefined {
  const sort = toSort(text);
  if (sort?.key !== key) return fromSort(toSort(key));
  return sort.descending ? undefined : fromSort({ ...sort, descending: true });
}

/** The chosen columns in their order. An empty choice is written as `NONE`, or it would read as the default. */
export function toColumns(chosen: readonly string[] | undefined, fallback: readonly ColumnKey[]): ColumnKey[] {
  if (chosen === undefined) return [...fallback];
  return [...new Set(chosen)].flatMap((id) => COLUMN_KEYS.find((key) => key === id) ?? []);
}

export function fromColumns(columns: readonly ColumnKey[]): string[] {
  return columns.length === 0 ? [NONE] : [...columns];
}

/** Which parents are folded: those listed, or with `all` every one but those listed. */
export function isFolded(folded: ReadonlySet<string>, id: string): boolean {
  return folded.has(ALL) !== folded.has(id);
}

export function fold(folded: ReadonlySet<string>, change: { id: string; expanded: boolean }): Set<string> {
  const next = new Set(folded);
  const listed = change.expanded === folded.has(ALL);
  if (listed) next.add(change.id);
  else next.delete(change.id);
  return next;
}
