import type { IpdProject, Plan, Project, ScrumProject, Simulator } from "@gantry/codearts-simulator";

/** The projects that the simulator's first user takes part in. */
export function projectsOf({ store, credentials }: Simulator): Project[] {
  const userId = credentials[0]?.userId;
  return store.projects().filter(({ members }) => members.some(({ person }) => person.userId === userId));
}

/** The Scrum project that has the most plans. */
export function scrumProjectOf(simulator: Simulator): ScrumProject {
  const { store } = simulator;
  const projects = projectsOf(simulator).filter((project) => project.kind === "scrum");
  const [most] = projects.toSorted((left, right) => store.plansOf(right.id).length - store.plansOf(left.id).length);
  return orThrow(most, "a Scrum project");
}

export function ipdProjectOf(simulator: Simulator): IpdProject {
  return orThrow(
    projectsOf(simulator).find((project) => project.kind === "ipd"),
    "an IPD project",
  );
}

/** The plan of a type that has the most items. */
export function planOf({ store }: Simulator, { projectId, type }: { projectId: string; type: Plan["type"] }): Plan {
  const plans = store.plansOf(projectId).filter((plan) => plan.type === type);
  return orThrow(plans.toSorted((left, right) => right.itemIds.size - left.itemIds.size)[0], `a ${type} plan`);
}

export function orThrow<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The simulated world has no such thing: ${what}`);
  return value;
}
