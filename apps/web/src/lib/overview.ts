import type { EpochMs, ErrorBody, OverviewEvent, OverviewPlan, Project } from "@gantry/api-contract";

export type OverviewProject = {
  project: Project;
  plans: readonly OverviewPlan[];
  /** When these plans were read; null before the first answer. */
  readAt: EpochMs | null;
  /** Why the last reading failed; the plans then are those of the reading before. */
  error: ErrorBody["error"] | null;
  /** Its answer to the current reading is still out. */
  isReading: boolean;
};

/** What the overview's stream has told so far. */
export type Overview = {
  projects: readonly OverviewProject[];
  /** When the last whole reading ended. */
  readAt: EpochMs | null;
};

/** Before the first line. */
export const emptyOverview: Overview = { projects: [], readAt: null };

/** Takes in one line of the stream. What was known of a project stays until it answers again. */
export function foldOverview(overview: Overview, line: { event: OverviewEvent; now: EpochMs }): Overview {
  const { event, now } = line;
  switch (event.type) {
    case "projects": {
      const known = new Map(overview.projects.map((one) => [one.project.id, one]));
      return {
        ...overview,
        projects: event.projects.map((project) => ({
          plans: [],
          readAt: null,
          error: null,
          ...known.get(project.id),
          project,
          isReading: true,
        })),
      };
    }
    case "plans":
      return changeProject(overview, event.projectId, {
        plans: event.plans,
        readAt: now,
        error: null,
        isReading: false,
      });
    case "project-failed":
      return changeProject(overview, event.projectId, { error: event.error, isReading: false });
    case "end":
      return {
        projects: overview.projects.map((one) => (one.isReading ? { ...one, isReading: false } : one)),
        readAt: event.readAt,
      };
  }
}

function changeProject(overview: Overview, projectId: string, changes: Partial<OverviewProject>): Overview {
  return {
    ...overview,
    projects: overview.projects.map((one) => (one.project.id === projectId ? { ...one, ...changes } : one)),
  };
}
