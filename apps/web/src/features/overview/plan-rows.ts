import type { OverviewPlan, PlanHealth, Project } from "@gantry/api-contract";
import type { Format } from "../../i18n/format.ts";
import { isAwaited, type Overview } from "../../lib/overview.ts";
import type { OverviewFilters, Sort, SortKey } from "./overview-search.ts";

/** One line of the overview; its numbers may still be on their way. */
export type PlanRow = OverviewPlan & { project: Project; isAwaited: boolean };

/** Every plan that is known, with its project. Nothing is awaited any more once the reading has ended or broken off. */
export function toRows(overview: Overview, { isReading }: { isReading: boolean }): PlanRow[] {
  return overview.projects.flatMap(({ project, plans }) =>
    plans.map((one) => ({ ...one, project, isAwaited: isReading && isAwaited(one) })),
  );
}

/** The rows that the filters let through. A search looks at the plan's name, its project and its creator. */
export function filterRows(rows: readonly PlanRow[], filters: OverviewFilters): PlanRow[] {
  const needle = filters.search.trim().toLocaleLowerCase();
  const allows = <T>(wanted: readonly T[], value: T | undefined) =>
    wanted.length === 0 || (value !== undefined && wanted.includes(value));
  return rows.filter(
    ({ plan, project, rollUp }) =>
      allows(filters.projects, project.id) &&
      allows(filters.types, plan.type) &&
      allows(filters.creators, plan.creator?.id) &&
      allows(filters.healths, rollUp?.health) &&
      [plan.name, project.name, plan.creator?.name ?? ""].some((text) => text.toLocaleLowerCase().includes(needle)),
  );
}

const healthOrder: Record<PlanHealth, number> = { late: 0, "at-risk": 1, stale: 2, "on-track": 3, empty: 4 };

type Sortable = string | number | null;

const valueOf: Record<SortKey, (row: PlanRow) => Sortable> = {
  name: ({ plan }) => plan.name,
  project: ({ project }) => project.name,
  type: ({ plan }) => plan.type,
  creator: ({ plan }) => plan.creator?.name ?? null,
  health: ({ rollUp }) => (rollUp === null ? null : healthOrder[rollUp.health]),
  items: ({ rollUp }) => rollUp?.items ?? null,
  done: ({ rollUp }) => rollUp?.progress ?? null,
  overdue: ({ rollUp }) => rollUp?.overdue ?? null,
  unscheduled: ({ rollUp }) => rollUp?.unscheduled ?? null,
  unassigned: ({ rollUp }) => rollUp?.unassigned ?? null,
  start: ({ rollUp }) => rollUp?.start ?? null,
  updated: ({ plan }) => plan.updatedAt,
};

/** Sorted rows; what has no value comes last either way, and equal rows are ordered by the newest change. */
export function sortRows(rows: readonly PlanRow[], options: { sort: Sort; format: Format }): PlanRow[] {
  const { sort, format } = options;
  const direction = sort.descending ? -1 : 1;
  const read = valueOf[sort.key];
  return rows.toSorted((left, right) => {
    const [a, b] = [read(left), read(right)];
    if (a === null || b === null) return a === b ? byNewest(left, right) : a === null ? 1 : -1;
    const order = typeof a === "string" ? format.compare(a, String(b)) : a - Number(b);
    return order === 0 ? byNewest(left, right) : order * direction;
  });
}

function byNewest(left: PlanRow, right: PlanRow): number {
  return (right.plan.updatedAt ?? 0) - (left.plan.updatedAt ?? 0) || (left.plan.id < right.plan.id ? -1 : 1);
}

/** What all plans add up to, whatever the filters. */
export type Totals = {
  plans: number;
  gantts: number;
  minds: number;
  byHealth: Record<PlanHealth, number>;
  overdue: number;
  unscheduled: number;
  unassigned: number;
};

export function totalsOf(rows: readonly PlanRow[]): Totals {
  const totals: Totals = {
    plans: rows.length,
    gantts: 0,
    minds: 0,
    byHealth: { late: 0, "at-risk": 0, stale: 0, "on-track": 0, empty: 0 },
    overdue: 0,
    unscheduled: 0,
    unassigned: 0,
  };
  for (const { plan, rollUp } of rows) {
    if (plan.type === "gantt") totals.gantts += 1;
    else totals.minds += 1;
    if (rollUp === null) continue;
    totals.byHealth[rollUp.health] += 1;
    totals.overdue += rollUp.overdue;
    totals.unscheduled += rollUp.unscheduled;
    totals.unassigned += rollUp.unassigned;
  }
  return totals;
}
