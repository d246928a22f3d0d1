import type { Plan, WorkItem } from "@gantry/api-contract";
import { isCodeArtsError, type CodeArtsErrorKind } from "@gantry/codearts-client";
import type { IpdCategory, IpdItem, IpdQueryBody } from "@gantry/codearts-contract";
import { mapWithLimit } from "../concurrency.ts";
import { CONCURRENT_CATEGORIES, categoriesOf } from "../ipd-categories.ts";
import { readAllPages } from "../pages.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Freshness, Reader } from "../reader.ts";
import { fromIpdItem, type IpdItemContext } from "./from-upstream-ipd.ts";
import { readIpdContext } from "./item-contexts.ts";
import { toReturnFields } from "./ipd-return-fields.ts";

/** Answers to a page larger than the service gives. */
const TOO_LARGE: ReadonlySet<CodeArtsErrorKind> = new Set(["rejected", "refused-before-service", "bad-answer"]);
const CONCURRENT_DETAILS = 4;
/** Beyond this many, starts that the list leaves out stay open: a call for each would take minutes. */
const MAX_DETAILS = 200;

const PLAN_KEYS = { gantt: "workitem2ganttchart", mind: "workitem2mindmap" } as const;
type PlanKey = (typeof PLAN_KEYS)[keyof typeof PLAN_KEYS];

/** All items of a plan of an IPD project: those that name the plan in their own field for it. */
export async function readIpdPlanItems(
  reader: Reader,
  {
    known,
    plan,
    freshness,
    ...given
  }: { known: KnownProject; plan: Plan; freshness: Freshness; context?: IpdItemContext },
): Promise<WorkItem[]> {
  const context = given.context ?? (await readIpdContext(reader, known));
  const key = PLAN_KEYS[plan.type];
  const filter = [{ [key]: { operator: "||", values: [plan.id] } }];
  const items = await queryIpdItems(reader, { known, context, filter, freshness });
  const onPlan = items.filter((item) => isOnPlan(item, { key, planId: plan.id }));
  const withStarts = await fillStarts(reader, { projectId: known.project.id, items: onPlan, freshness });
  return withStarts.map((item) => fromIpdItem(item, context));
}

/** A service that ignores the filter answers other items too; one that leaves the field out can't be checked. */
function isOnPlan(item: IpdItem, { key, planId }: { key: PlanKey; planId: string }): boolean {
  return !Object.hasOwn(item.values, key) || (item[key]?.includes(planId) ?? false);
}

/** Items that match, of every category or some; one category a call, since of unrelated ones only the first is answered. */
export async function queryIpdItems(
  reader: Reader,
  { known, categories, ...query }: IpdQuery & { known: KnownProject; categories?: readonly IpdCategory[] },
): Promise<IpdItem[]> {
  const projectId = known.project.id;
  const lists = await mapWithLimit(categories ?? categoriesOf(known), {
    limit: CONCURRENT_CATEGORIES,
    run: (category) => queryCategory(reader, { ...query, projectId, category }),
  });
  const items = [...new Map(lists.flat().map((item) => [item.id, item])).values()];
  for (const { id, category } of items) reader.upstream.learned.noteCategory(id, category);
  return items;
}

type IpdQuery = {
  context: IpdItemContext;
  filter: NonNullable<IpdQueryBody["filter"]>;
  freshness: Freshness;
};

/** All pages of one category, as large as the service gives them. */
async function queryCategory(
  reader: Reader,
  query: IpdQuery & { projectId: string; category: IpdCategory },
): Promise<IpdItem[]> {
  const { learned } = reader.upstream;
  const { projectId, category, context, filter, freshness } = query;
  const pageSize = learned.pageSize("queryIpdItems");
  const returnFields = toReturnFields(context.customControls.keys());
  let isCut = false;
  const readPage = async (pageNo: number) => {
    const args = { projectId, categories: [category], pageNo, pageSize, filter, returnFields };
    const { issues, total } = await reader.upstream.read("queryIpdItems", args, {
      signal: reader.signal,
      ...freshness,
    });
    isCut ||= pageNo === 1 && total !== null && issues.length < Math.min(pageSize, total);
    return { rows: issues, total };
  };
  try {
    const items = await readAllPages({ readPage, idOf: (item) => item.id });
    if (isCut) learned.refusePageSize("queryIpdItems", pageSize);
    return items;
  } catch (error) {
    const isTooLarge = isCodeArtsError(error) && TOO_LARGE.has(error.kind);
    if (!isTooLarge || !learned.refusePageSize("queryIpdItems", pageSize)) throw error;
    return await queryCategory(reader, query);
  }
}

/** Where the list leaves planned starts out though they were asked for, the detail call is asked. */
async function fillStarts(
  { upstream, signal }: Reader,
  { projectId, items, freshness }: { projectId: string; items: readonly IpdItem[]; freshness: Freshness },
): Promise<IpdItem[]> {
  const lacking = items.filter((item) => !Object.hasOwn(item.values, "plan_start_date"));
  // One row with the key shows that the service knows it: then a row without has no start.
  if (lacking.length < items.length || lacking.length > MAX_DETAILS) return [...items];
  return await mapWithLimit(lacking, {
    limit: CONCURRENT_DETAILS,
    run: async (item) => {
      try {
        const args = { projectId, itemId: item.id, category: asCategory(item) };
        const detail = await upstream.read("showIpdItem", args, { signal, ...freshness });
        return { ...item, plan_start_date: detail.plan_start_date };
      } catch (error) {
        if (isCodeArtsError(error) && error.kind !== "cancelled") return item;
        throw error;
      }
    },
  });
}

/** The item was answered to a query by category, so its category is one that the service knows. */
function asCategory(item: IpdItem): IpdCategory {
  return item.category as IpdCategory;
}
