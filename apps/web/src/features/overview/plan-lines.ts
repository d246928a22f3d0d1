import type { Overview, OverviewProject } from "../../lib/overview.ts";
import type { Format } from "../../i18n/format.ts";
import { ALL } from "./overview-search.ts";
import type { PlanRow } from "./plan-rows.ts";
import { type Totals, totalsOf } from "./totals.ts";

/** A project's head over its plans. */
export type GroupLine = {
  kind: "group";
  id: string;
  group: OverviewProject;
  isFolded: boolean;
  /** What those of its plans add up to that the filters let through. */
  totals: Totals;
  place: Place;
};
export type PlanLine = { kind: "plan"; id: string; row: PlanRow; place: Place };
/** One line of the table, the cards or the timeline. */
export type OverviewLine = GroupLine | PlanLine;

/** Depth from 1, and place among its siblings from 1. */
type Place = { level: number; position: number; siblings: number };

/** The plans in their order, without groups. */
export function toFlatLines(rows: readonly PlanRow[]): PlanLine[] {
  return rows.map((row, index) => ({
    kind: "plan",
    id: row.plan.id,
    row,
    place: { level: 1, position: index + 1, siblings: rows.length },
  }));
}

/**
 * The plans under their projects. Groups come in the order of their first plan, so that the order of the plans decides;
 * projects without plans come last by name, and not at all under a filter unless they failed.
 */
export function toGroupedLines(
  rows: readonly PlanRow[],
  options: { overview: Overview; folded: readonly string[]; isFiltered: boolean; format: Format },
): OverviewLine[] {
  const { overview, isFiltered, format } = options;
  const folded = new Set(options.folded);
  const byProject = new Map<string, PlanRow[]>();
  for (const row of rows) {
    const known = byProject.get(row.project.id);
    if (known === undefined) byProject.set(row.project.id, [row]);
    else known.push(row);
  }
  const projects = new Map(overview.projects.map((one) => [one.project.id, one]));
  const filled = [...byProject.keys()].flatMap((id) => projects.get(id) ?? []);
  const bare = overview.projects
    .filter((one) => !byProject.has(one.project.id) && (!isFiltered || one.error !== null))
    .sort((left, right) => format.compare(left.project.name, right.project.name));
  const groups = [...filled, ...bare];
  return groups.flatMap((group, index): OverviewLine[] => {
    const { id } = group.project;
    const plans = byProject.get(id) ?? [];
    const isFolded = folded.has(id) || folded.has(ALL);
    const place = { level: 1, position: index + 1, siblings: groups.length };
    const head: GroupLine = { kind: "group", id: `group:${id}`, group, isFolded, totals: totalsOf(plans), place };
    if (isFolded) return [head];
    return [head, ...toFlatLines(plans).map((line) => ({ ...line, place: { ...line.place, level: 2 } }))];
  });
}

/** The address's list of folded groups with one flipped; `ALL` becomes a list first. */
export function flipGroup(
  folded: readonly string[],
  { projectId, overview }: { projectId: string; overview: Overview },
): string[] {
  const known = folded.includes(ALL) ? overview.projects.map(({ project }) => project.id) : folded;
  const flipped = known.includes(projectId) ? known.filter((one) => one !== projectId) : [...known, projectId];
  const isAll = overview.projects.length > 1 && overview.projects.every(({ project }) => flipped.includes(project.id));
  return isAll ? [ALL] : flipped;
}
