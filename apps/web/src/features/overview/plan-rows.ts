import type { OverviewPlan, Project } from "@gantry/api-contract";
import { isAwaited, type Overview, type OverviewProject } from "../../lib/overview.ts";
import type { OverviewFilters } from "./overview-search.ts";

/** One plan of the overview; its numbers may still be on their way. */
export type PlanRow = OverviewPlan & {
  project: Project;
  isAwaited: boolean;
  /** What a search looks at, in small letters. */
  searchText: string;
};

/** Rows of a project are made again when something of it changed, not with each line of the stream. */
const made = new WeakMap<OverviewProject, readonly PlanRow[]>();

/** Every plan that is known, with its project. */
export function toRows(overview: Overview): PlanRow[] {
  return overview.projects.flatMap((one) => {
    const known = made.get(one);
    if (known !== undefined) return known;
    const rows = one.plans.map((plan) => toRow(plan, one));
    made.set(one, rows);
    return rows;
  });
}

function toRow(plan: OverviewPlan, { project, isReading }: OverviewProject): PlanRow {
  const people = plan.rollUp?.people.map(({ person }) => person.name) ?? [];
  const searchText = [plan.plan.name, project.name, plan.plan.creator?.name ?? "", ...people].join("\n");
  return { ...plan, project, isAwaited: isReading && isAwaited(plan), searchText: searchText.toLocaleLowerCase() };
}

/** The rows that the filters let through. A search looks at the plan's name, its project, its creator and its people. */
export function filterRows(rows: readonly PlanRow[], filters: OverviewFilters): PlanRow[] {
  const needle = filters.search.trim().toLocaleLowerCase();
  const projects = allowing(filters.projects);
  const types = allowing(filters.types);
  const creators = allowing(filters.creators);
  const healths = allowing(filters.healths);
  return rows.filter(
    ({ plan, project, rollUp, searchText }) =>
      projects(project.id) &&
      types(plan.type) &&
      creators(plan.creator?.id) &&
      healths(rollUp?.health) &&
      searchText.includes(needle),
  );
}

function allowing<T>(wanted: readonly T[]): (value: T | undefined) => boolean {
  if (wanted.length === 0) return () => true;
  const set = new Set(wanted);
  return (value) => value !== undefined && set.has(value);
}
