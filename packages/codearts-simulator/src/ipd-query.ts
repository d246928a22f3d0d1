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

/** The values that a filter on a field compares with: an item may be in several plans. */
function valuesOf(item: IpdItem, { field, place }: { field: string; place: IpdPlace }): string[] {
  const planIds = (type: "gantt" | "mind") =>
    place.store
      .plansOf(item.projectId)
      .filter((plan) => plan.type === type && plan.itemIds.has(item.id))
      .map((plan) => plan.id);
  const known: Record<string, () => (string | number | null)[]> = {
    id: () => [item.id],
    number: () => [item.number],
    title: () => [item.title],
    category: () => [item.category],
    status: () => [item.statusCode],
    priority: () => [item.priority],
    assignee: () => [item.assigneeId],
    created_by: () => [item.createdById],
    parent_id: () => [item.parentId],
    plan_pi: () => [item.piId],
    plan_iteration: () => [item.iterationId],
    plan_start_date: () => [item.planStart],
    plan_end_date: () => [item.planEnd],
    modified_date: () => [item.modifiedAt],
    created_date: () => [item.createdAt],
    workitem2ganttchart: () => planIds("gantt"),
    workitem2mindmap: () => planIds("mind"),
  };
  const more = item.more[field];
  const values = known[field]?.() ?? (typeof more === "string" ? more.split(",") : []);
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
  const { field, wanted } = comparison;
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
