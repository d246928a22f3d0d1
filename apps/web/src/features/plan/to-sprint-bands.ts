import type { Sprint } from "@gantry/api-contract";
import type { GanttSprintBand } from "@gantry/gantt";

/** Sprints and iterations that have both days, for the strip in the chart's header. PIs would lie over their iterations. */
export function toSprintBands(sprints: readonly Sprint[]): GanttSprintBand[] {
  const hasIterations = sprints.some((sprint) => sprint.kind === "iteration");
  return sprints.flatMap(({ id, name, kind, start, end, state }): GanttSprintBand[] => {
    if (start === null || end === null || end < start || (kind === "pi" && hasIterations)) return [];
    return [{ id, name, start, end, current: state === "running" }];
  });
}
