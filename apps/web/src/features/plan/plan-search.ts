import * as v from "valibot";

export const SCALES = ["day", "week", "month", "quarter", "year"] as const;
export const COLOUR_KEYS = ["status", "type", "assignee", "priority"] as const;
export const FILTER_KEYS = ["status", "type", "assignee", "sprint", "priority"] as const;
export const SORT_KEYS = ["title", "number", "type", "status", "assignee", "start", "end", "progress"] as const;
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
] as const;

export type ColourKey = (typeof COLOUR_KEYS)[number];
export type FilterKey = (typeof FILTER_KEYS)[number];
export type SortKey = (typeof SORT_KEYS)[number];
export type ColumnKey = (typeof COLUMN_KEYS)[number];
export type Sort = { key: SortKey; descending: boolean };

/** Stands for "nobody" or "none" in a filter. */
export const NONE = "none";
/** In `folded`: every parent, so that a plan of 10,000 rows folds into a short address. */
export const ALL = "all";

/** Comma lists in the address: ids have no comma. */
const listSchema = v.fallback(
  v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string())]),
      v.transform((value) => (typeof value === "string" ? value.split(",").filter((part) => part !== "") : value)),
      v.maxLength(2000),
    ),
  ),
  undefined,
);
const textSchema = v.fallback(v.optional(v.pipe(v.string(), v.maxLength(256))), undefined);
const oneOf = <const T extends readonly string[]>(values: T) => v.fallback(v.optional(v.picklist(values)), undefined);

/** What the address of a plan's page holds. Anything that doesn't fit is left out, never an error page. */
export const planSearchSchema = v.object({
  scale: oneOf(SCALES),
  q: textSchema,
  status: listSchema,
  type: listSchema,
  assignee: listSchema,
  sprint: listSchema,
  priority: listSchema,
  sort: textSchema,
  colour: oneOf(COLOUR_KEYS),
  columns: listSchema,
  folded: listSchema,
  item: textSchema,
  panel: oneOf(["backlog"]),
});
export type PlanSearch = v.InferOutput<typeof planSearchSchema>;

export function toSort(text: string | undefined): Sort | null {
  if (text === undefined) return null;
  const descending = text.startsWith("-");
  const key = SORT_KEYS.find((candidate) => candidate === text.slice(descending ? 1 : 0));
  return key === undefined ? null : { key, descending };
}

export function fromSort(sort: Sort | null): string | undefined {
  return sort === null ? undefined : `${sort.descending ? "-" : ""}${sort.key}`;
}

/** The chosen columns in the grid's order. An empty choice is written as `NONE`, or it would read as the default. */
export function toColumns(chosen: readonly string[] | undefined, fallback: readonly ColumnKey[]): ColumnKey[] {
  return chosen === undefined ? [...fallback] : COLUMN_KEYS.filter((key) => chosen.includes(key));
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
