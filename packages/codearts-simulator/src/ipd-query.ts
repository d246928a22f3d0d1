import * as v from "valibot";
import type { IpdItem } from "./world/world-types.ts";
import type { IpdPlace } from "./wire/ipd-items.ts";

const conditionSchema = v.object({
  operator: v.optional(v.picklist(["||", "&&", "!", "=", "<>", "<", ">"]), "||"),
  values: v.array(v.union([v.string(), v.number()])),
});

export const ipdQuerySchema = v.object({
  filter: v.optional(v.pipe(v.array(v.record(v.string(), conditionSchema)), v.maxLength(200)), []),
  filter_mode: v.optional(v.picklist(["AND_OR", "OR_AND"]), "AND_OR"),
  page: v.optional(
    v.object({
      page_no: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
      page_size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 20),
    }),
    {},
  ),
  sort: v.optional(v.array(v.object({ field: v.string(), asc: v.optional(v.boolean(), true) })), []),
  return_fields: v.optional(v.array(v.string()), []),
});
export type IpdQuery = v.InferOutput<typeof ipdQuerySchema>;

type Condition = v.InferOutput<typeof conditionSchema>;

type Value = string | number | null;

function planIdsOf(item: IpdItem, { type, place }: { type: "gantt" | "mind"; place: IpdPlace }): string[] {
  const plans = place.store.plansOf(item.projectId);
  return plans.filter((plan) => plan.type === type && plan.itemIds.has(item.id)).map((plan) => plan.id);
}

/** The values that a filter on a field compares with: an item may be in several plans. */
const KNOWN_FIELDS: Record<string, (item: IpdItem, place: IpdPlace) => Value[]> = {
  id: (item) => [item.id],
  number: (item) => [item.number],
  title: (item) => [item.title],
  category: (item) => [item.category],
  status: (item) => [item.statusCode],
  priority: (item) => [item.priority],
  assignee: (item) => [item.assigneeId],
  created_by: (item) => [item.createdById],
  parent_id: (item) => [item.parentId],
  plan_pi: (item) => [item.piId],
  plan_iteration: (item) => [item.iterationId],
  plan_start_date: (item) => [item.planStart],
  plan_end_date: (item) => [item.planEnd],
  modified_date: (item) => [item.modifiedAt],
  created_date: (item) => [item.createdAt],
  workitem2ganttchart: (item, place) => planIdsOf(item, { type: "gantt", place }),
  workitem2mindmap: (item, place) => planIdsOf(item, { type: "mind", place }),
};

function valuesOf(item: IpdItem, { field, place }: { field: string; place: IpdPlace }): string[] {
  const more = item.more[field];
  const values = KNOWN_FIELDS[field]?.(item, place) ?? (typeof more === "string" ? more.split(",") : []);
  return values.flatMap((value) => (value === null || value === "" ? [] : String(value)));
}

type Comparison = { field: string; operator: Condition["operator"]; wanted: ReadonlySet<string> };

function meets(own: string[], { operator, wanted }: Comparison): boolean {
  const limits = () => [...wanted].map(Number);
  switch (operator) {
    case "!":
    case "<>":
      return !own.some((value) => wanted.has(value));
    case "&&":
      return [...wanted].every((value) => own.includes(value));
    case "<":
      return own.some((value) => limits().some((limit) => Number(value) < limit));
    case ">":
      return own.some((value) => limits().some((limit) => Number(value) > limit));
    default:
      return own.some((value) => wanted.has(value));
  }
}

function holds(item: IpdItem, { comparison, place }: { comparison: Comparison; place: IpdPlace }): boolean {
  const { field, operator, wanted } = comparison;
  // Ids come by the thousand, and each is compared with every item.
  if (field === "id" && operator === "||") return wanted.has(item.id);
  if (field !== "title") return meets(valuesOf(item, { field, place }), comparison);
  const title = item.title.toLowerCase();
  return [...wanted].some((value) => title.includes(value.toLowerCase()));
}

/** AND_OR: every entry of the list, any field inside one; OR_AND the other way round. */
export function toFilter(query: IpdQuery): (item: IpdItem, place: IpdPlace) => boolean {
  const entries = query.filter.map((entry) =>
    Object.entries(entry).map(([field, { operator, values }]) => ({
      field,
      operator,
      wanted: new Set(values.map(String)),
    })),
  );
  if (entries.length === 0) return () => true;
  return (item, place) => {
    const isTrue = (comparison: Comparison) => holds(item, { comparison, place });
    return query.filter_mode === "AND_OR"
      ? entries.every((comparisons) => comparisons.some(isTrue))
      : entries.some((comparisons) => comparisons.every(isTrue));
  };
}

const SORT_KEYS: Record<string, (item: IpdItem) => string | number> = {
  title: (item) => item.title,
  number: (item) => item.number,
  created_date: (item) => item.createdAt,
  modified_date: (item) => item.modifiedAt,
  plan_end_date: (item) => item.planEnd ?? 0,
};

export function sortIssues(items: IpdItem[], sort: IpdQuery["sort"]): IpdItem[] {
  const [first] = sort;
  const keyOf = first === undefined ? undefined : SORT_KEYS[first.field];
  if (first === undefined || keyOf === undefined) return items;
  const direction = first.asc ? 1 : -1;
  return items.toSorted(
    (left, right) => (keyOf(left) < keyOf(right) ? -1 : keyOf(left) > keyOf(right) ? 1 : 0) * direction,
  );
}
