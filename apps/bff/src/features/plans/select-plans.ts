import type { Plan, PlanList } from "@gantry/api-contract";

export type PlanQuery = {
  search?: string | undefined;
  type?: Plan["type"] | undefined;
  creator?: string | undefined;
  sort?: "name" | "-name" | "updated" | "-updated" | "created" | "-created" | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
};

const collator = new Intl.Collator("zh-CN", { numeric: true });

const ORDERS: Readonly<Record<string, (left: Plan, right: Plan) => number>> = {
  name: (left, right) => collator.compare(left.name, right.name),
  updated: (left, right) => (left.updatedAt ?? 0) - (right.updatedAt ?? 0),
  created: (left, right) => (left.createdAt ?? 0) - (right.createdAt ?? 0),
};

/**
 * Searches, filters, sorts and counts by ourselves once all plans are in: CodeArts' own totals may count before or
 * after the filter, and its sort is documented by an empty text. `gantts` and `minds` count what matches besides the type.
 */
export function selectPlans(plans: readonly Plan[], query: PlanQuery): PlanList {
  const words = query.search?.trim().toLocaleLowerCase() ?? "";
  const matching = plans.filter(
    (plan) =>
      plan.name.toLocaleLowerCase().includes(words) &&
      (query.creator === undefined || plan.creator?.id === query.creator),
  );
  const gantts = matching.filter(({ type }) => type === "gantt").length;
  const found = matching.filter(({ type }) => query.type === undefined || type === query.type);
  const sorted = sortPlans(found, query.sort ?? "-updated");
  const pageSize = query.pageSize ?? sorted.length;
  const from = ((query.page ?? 1) - 1) * pageSize;
  return {
    items: sorted.slice(from, from + pageSize),
    total: found.length,
    gantts,
    minds: matching.length - gantts,
  };
}

function sortPlans(plans: readonly Plan[], sort: string): Plan[] {
  const isDescending = sort.startsWith("-");
  const order = ORDERS[isDescending ? sort.slice(1) : sort] ?? (() => 0);
  return plans.toSorted((left, right) => (isDescending ? order(right, left) : order(left, right)));
}
