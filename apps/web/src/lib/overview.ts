import type { EpochMs, ErrorBody, OverviewEvent, OverviewPlan, OverviewRollUp, Project } from "@gantry/api-contract";

export type OverviewProject = {
  project: Project;
  plans: readonly OverviewPlan[];
  /** When these plans were last known to be current; null = never told. */
  readAt: EpochMs | null;
  /** Why the last reading failed; the plans then are those of the reading before. */
  error: ErrorBody["error"] | null;
  /** The current reading has not come to its end yet. */
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

/**
 * Takes in one line of the stream. What was known of a project stays until it answers again.
 * @param reading `only`: the one project that this stream is about; all others stay as they are
 */
export function foldOverview(overview: Overview, event: OverviewEvent, reading: { only?: string } = {}): Overview {
  const { only } = reading;
  switch (event.type) {
    case "projects":
      return only === undefined ? withProjects(overview, event.projects) : beginProject(overview, only);
    case "plans":
      return changeProject(overview, event.projectId, (one) => withPlans(one, event));
    case "roll-ups":
      return changeProject(overview, event.projectId, ({ plans }) => ({ plans: withRollUps(plans, event.rollUps) }));
    case "project-read":
      return changeProject(overview, event.projectId, (one) => withCurrent(one, event.readAt));
    case "project-failed":
      return changeProject(overview, event.projectId, () => ({ isReading: false, error: event.error }));
    case "end":
      return only === undefined
        ? { ...settleOverview(overview), readAt: event.readAt }
        : changeProject(overview, only, () => ({ isReading: false }));
  }
}

/** One project is asked again. */
export function beginProject(overview: Overview, projectId: string): Overview {
  return changeProject(overview, projectId, () => ({ isReading: true }));
}

/** The overview once nothing comes any more, at the end of a stream or because it broke off. */
export function settleOverview(overview: Overview, options: { only?: string } = {}): Overview {
  const isOver = (one: OverviewProject) =>
    one.isReading && (options.only === undefined || one.project.id === options.only);
  if (!overview.projects.some(isOver)) return overview;
  return {
    ...overview,
    projects: overview.projects.map((one) => (isOver(one) ? { ...one, isReading: false } : one)),
  };
}

/** Known by name only: what it adds up to comes in a later line. */
export function isAwaited({ rollUp, error }: OverviewPlan): boolean {
  return rollUp === null && error === undefined;
}

function withProjects(overview: Overview, projects: readonly Project[]): Overview {
  const known = new Map(overview.projects.map((one) => [one.project.id, one]));
  return {
    ...overview,
    projects: projects.map((project) => ({
      plans: [],
      readAt: null,
      error: null,
      ...known.get(project.id),
      project,
      isReading: true,
    })),
  };
}

/** Both are at least as new as what is shown; only what CodeArts told now takes a failure away. */
function withPlans(
  one: OverviewProject,
  { plans: told, isKnownBefore }: Extract<OverviewEvent, { type: "plans" }>,
): Partial<OverviewProject> {
  const plans = withKept(told, one.plans);
  return isKnownBefore ? { plans, readAt: maxOf(one.readAt, newest(told)) } : { plans, error: null };
}

/** What was not told anew did not change, and is as new as the rest. */
function withCurrent({ plans }: OverviewProject, readAt: EpochMs): Partial<OverviewProject> {
  return {
    isReading: false,
    error: null,
    readAt,
    plans: plans.map((one) => (one.rollUp === null || one.error !== undefined ? one : { ...one, readAt })),
  };
}

function newest(plans: readonly OverviewPlan[]): EpochMs | null {
  return plans.reduce<EpochMs | null>((found, { readAt }) => maxOf(found, readAt), null);
}

function maxOf(left: EpochMs | null, right: EpochMs | null): EpochMs | null {
  if (left === null || right === null) return left ?? right;
  return Math.max(left, right);
}

/** The new list, with what the reading before knew of plans that are still being read. */
function withKept(plans: readonly OverviewPlan[], before: readonly OverviewPlan[]): OverviewPlan[] {
  const kept = new Map(before.map((one) => [one.plan.id, one]));
  return plans.map((one) => {
    const known = isAwaited(one) ? kept.get(one.plan.id) : undefined;
    return known === undefined ? one : { ...one, rollUp: known.rollUp, readAt: known.readAt };
  });
}

/** A plan that could not be read keeps the numbers that it had, with the reason beside them. */
function withRollUps(plans: readonly OverviewPlan[], rollUps: readonly OverviewRollUp[]): OverviewPlan[] {
  const read = new Map(rollUps.map(({ planId, ...rest }) => [planId, rest]));
  return plans.map((one) => {
    const found = read.get(one.plan.id);
    if (found === undefined) return one;
    const { plan } = one;
    if (found.rollUp !== null) return { plan, ...found };
    return { plan, ...found, rollUp: one.rollUp, readAt: found.readAt ?? one.readAt };
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
