import type { CoverageCounts, CoverageEvent, CoverageKind, EpochMs, ErrorBody, Project } from "@gantry/api-contract";

/** One project's counts, as far as they are told. */
export type CoverageProject = {
  project: Project;
  /** Null until it has been read. */
  read: { counts: CoverageCounts; items: number; plans: number; failedPlans: number; readAt: EpochMs } | null;
  error: ErrorBody["error"] | null;
  isReading: boolean;
};

export type Coverage = { projects: readonly CoverageProject[]; readAt: EpochMs | null };

export const emptyCoverage: Coverage = { projects: [], readAt: null };

/** What is known after one more line of the stream. `only`: the project that was asked for alone. */
export function foldCoverage(
  state: Coverage,
  { event, only }: { event: CoverageEvent; only: string | undefined },
): Coverage {
  switch (event.type) {
    case "projects":
      return only === undefined ? withProjects(state, event.projects) : state;
    case "counts": {
      const { counts, items, plans, failedPlans, readAt } = event;
      const read = { counts, items, plans, failedPlans, readAt };
      return patch(state, { id: event.projectId, change: { read, error: null, isReading: false } });
    }
    case "project-failed":
      return patch(state, { id: event.projectId, change: { error: event.error, isReading: false } });
    case "end":
      return only === undefined ? { ...state, readAt: event.readAt } : state;
  }
}

/** A project of which something is being read again. */
export function beginCoverage(state: Coverage, projectId: string): Coverage {
  return patch(state, { id: projectId, change: { isReading: true } });
}

/** Nothing more comes, whatever was still awaited. */
export function settleCoverage(state: Coverage, only: string | undefined): Coverage {
  const isOver = ({ project, isReading }: CoverageProject) => isReading && (only ?? project.id) === project.id;
  if (!state.projects.some(isOver)) return state;
  return { ...state, projects: state.projects.map((one) => (isOver(one) ? { ...one, isReading: false } : one)) };
}

/** Over all projects that were read. */
export function sumCoverage({ projects }: Coverage, kind: CoverageKind): number {
  return projects.reduce((sum, { read }) => sum + (read?.counts[kind] ?? 0), 0);
}

function withProjects(state: Coverage, projects: readonly Project[]): Coverage {
  const known = new Map(state.projects.map((one) => [one.project.id, one]));
  return {
    ...state,
    projects: projects.map((project) => {
      const { read = null } = known.get(project.id) ?? {};
      return { project, read, error: null, isReading: true };
    }),
  };
}

function patch(state: Coverage, { id, change }: { id: string; change: Partial<CoverageProject> }): Coverage {
  return {
    ...state,
    projects: state.projects.map((one) => (one.project.id === id ? { ...one, ...change } : one)),
  };
}
