import type { PlanHealth } from "@gantry/api-contract";
import type { Format } from "../../i18n/format.ts";
import type { ColumnKey, Sort } from "./overview-search.ts";
import type { PlanRow } from "./plan-rows.ts";

const healthOrder: Record<PlanHealth, number> = { late: 0, "at-risk": 1, stale: 2, "on-track": 3, empty: 4 };

type Sortable = string | number | null;

const valueOf: Record<ColumnKey, (row: PlanRow) => Sortable> = {
  name: ({ plan }) => plan.name,
  project: ({ project }) => project.name,
  type: ({ plan }) => plan.type,
  creator: ({ plan }) => plan.creator?.name ?? null,
  people: ({ rollUp }) => rollUp?.people[0]?.person.name ?? null,
  health: ({ rollUp }) => (rollUp === null ? null : healthOrder[rollUp.health]),
  items: ({ rollUp }) => rollUp?.items ?? null,
  done: ({ rollUp }) => rollUp?.progress ?? null,
  overdue: ({ rollUp }) => rollUp?.overdue ?? null,
  unscheduled: ({ rollUp }) => rollUp?.unscheduled ?? null,
  unassigned: ({ rollUp }) => rollUp?.unassigned ?? null,
  blocked: ({ rollUp }) => rollUp?.blocked ?? null,
  start: ({ rollUp }) => rollUp?.start ?? null,
  updated: changeOf,
};

/** When a plan or one of its items last changed. */
export function changeOf({ plan, rollUp }: PlanRow): number | null {
  return rollUp?.changedAt ?? plan.updatedAt;
}

/** Sorted rows; what has no value comes last either way, and equal rows are ordered by the newest change. */
export function sortRows(rows: readonly PlanRow[], options: { sort: Sort; format: Format }): PlanRow[] {
  const { sort, format } = options;
  const direction = sort.descending ? -1 : 1;
  const read = valueOf[sort.key];
  const keyed = rows.map((row) => ({ row, value: read(row), changedAt: changeOf(row) ?? 0 }));
  type Keyed = (typeof keyed)[number];
  const byNewest = (left: Keyed, right: Keyed) =>
    right.changedAt - left.changedAt || (left.row.plan.id < right.row.plan.id ? -1 : 1);
  keyed.sort((left, right) => {
    const [a, b] = [left.value, right.value];
    if (a === null || b === null) return a === b ? byNewest(left, right) : a === null ? 1 : -1;
    const order = typeof a === "string" ? compareNames(a, String(b), format) : a - Number(b);
    return order === 0 ? byNewest(left, right) : order * direction;
  });
  return keyed.map(({ row }) => row);
}

/** Most neighbours in a column of projects are the same, and a collator is dear. */
function compareNames(left: string, right: string, format: Format): number {
  return left === right ? 0 : format.compare(left, right);
}
