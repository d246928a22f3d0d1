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

/** The router reads `?item=58213` as a number; ids are text. */
const textSchema = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String), v.maxLength(4000));
const optionalText = v.fallback(v.optional(textSchema), undefined);
const optionalOneOf = <const T extends readonly string[]>(values: T) =>
  v.fallback(v.optional(v.picklist(values)), undefined);

/** What the address of a plan's page holds. Anything that doesn't fit is left out, never an error page. */
export const planSearchSchema = v.object({
  scale: optionalOneOf(SCALES),
  q: optionalText,
  status: optionalText,
  type: optionalText,
  assignee: optionalText,
  sprint: optionalText,
  priority: optionalText,
  sort: optionalText,
  colour: optionalOneOf(COLOUR_KEYS),
  columns: optionalText,
  folded: optionalText,
  item: optionalText,
  panel: optionalOneOf(["backlog"] as const),
});
export type PlanSearch = v.InferOutput<typeof planSearchSchema>;

/** Comma lists: ids have neither comma nor space. */
export function toList(text: string | undefined): string[] {
  return text === undefined || text === "" ? [] : text.split(",").filter((part) => part !== "");
}

export function fromList(values: Iterable<string>): string | undefined {
  const text = [...values].join(",");
  return text === "" ? undefined : text;
}

export function toSort(text: string | undefined): Sort | null {
  if (text === undefined) return null;
  const descending = text.startsWith("-");
  const key = SORT_KEYS.find((candidate) => candidate === text.slice(descending ? 1 : 0));
  return key === undefined ? null : { key, descending };
}

export function fromSort(sort: Sort | null): string | undefined {
  return sort === null ? undefined : `${sort.descending ? "-" : ""}${sort.key}`;
}

/** The next state of a column head that is clicked: up, down, then the plan's own order. */
export function nextSort(sort: Sort | null, key: SortKey): Sort | null {
  if (sort?.key !== key) return { key, descending: false };
  return sort.descending ? null : { key, descending: true };
}

export function toColumns(text: string | undefined, fallback: readonly ColumnKey[]): ColumnKey[] {
  if (text === undefined) return [...fallback];
  const wanted = new Set(toList(text));
  return COLUMN_KEYS.filter((key) => wanted.has(key));
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
