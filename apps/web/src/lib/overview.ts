import type { EpochMs, ErrorBody, OverviewEvent, OverviewPlan, OverviewRollUp, Project } from "@gantry/api-contract";

export type OverviewProject = {
  project: Project;
  plans: readonly OverviewPlan[];
  /** When these plans were read; null before the first answer. */
  readAt: EpochMs | null;
  /** Why the last reading failed; the plans then are those of the reading before. */
  error: ErrorBody["error"] | null;
  /** Its answer to the current reading is still out, or what some of its plans add up to. */
  isReading: boolean;
  /** Plans whose roll-up is still out in the current reading. */
  awaited: number;
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
          awaited: 0,
        })),
      };
    }
    case "plans":
      return changeProject(overview, event.projectId, ({ plans }) => {
        const awaited = event.plans.filter(isAwaited).length;
        return { plans: withKept(event.plans, plans), readAt: now, error: null, isReading: awaited > 0, awaited };
      });
    case "roll-ups":
      return changeProject(overview, event.projectId, (one) => {
        const awaited = one.awaited - event.rollUps.length;
        return { plans: withRollUps(one.plans, event.rollUps), isReading: awaited > 0, awaited };
      });
    case "project-read":
      return changeProject(overview, event.projectId, () => ({ isReading: false, awaited: 0 }));
    case "project-failed":
      return changeProject(overview, event.projectId, () => ({ error: event.error, isReading: false }));
    case "end":
      return {
        projects: overview.projects.map((one) => (one.isReading ? { ...one, isReading: false } : one)),
        readAt: event.readAt,
      };
  }
}

/** Known by name only: what it adds up to comes in a later line. */
export function isAwaited({ rollUp, error }: OverviewPlan): boolean {
  return rollUp === null && error === undefined;
}

/** The new list, with what the reading before knew of plans that are still being read. */
function withKept(plans: readonly OverviewPlan[], before: readonly OverviewPlan[]): OverviewPlan[] {
  const kept = new Map(before.map((one) => [one.plan.id, one]));
  return plans.map((one) => (isAwaited(one) ? { ...one, rollUp: kept.get(one.plan.id)?.rollUp ?? null } : one));
}

function withRollUps(plans: readonly OverviewPlan[], rollUps: readonly OverviewRollUp[]): OverviewPlan[] {
  const read = new Map(rollUps.map(({ planId, ...rest }) => [planId, rest]));
  return plans.map((one) => {
    const found = read.get(one.plan.id);
    return found === undefined ? one : { plan: one.plan, ...found };
  });
}

function changeProject(
  overview: Overview,
  projectId: string,
  change: (project: OverviewProject) => Partial<OverviewProject>,
): Overview {
  return {
    ...overview,
    projects: overview.projects.map((one) => (one.project.id === projectId ? { ...one, ...change(one) } : one)),
  };
}
