import type { TimelineEntry } from "./timeline-entries.ts";
import type { OverviewLine } from "./plan-lines.ts";

/** Ids of the projects to which lines belong, each once, in their order. */
export function projectsOfLines(lines: readonly (OverviewLine | TimelineEntry)[]): string[] {
  return [...new Set(lines.map(projectOf))];
}

function projectOf(line: OverviewLine | TimelineEntry): string {
  if (line.kind === "group") return line.group.project.id;
  return line.kind === "plan" ? line.row.project.id : line.projectId;
}
