import type { Bench, Wish } from "./harness.ts";

const toEnd = { how: "set", field: "end", value: "2030-06-28" } as const;

/** Links to a plan of the largest Scrum project: to its largest one or its smallest. */
export function links(count: number, size: "largest" | "smallest") {
  return (bench: Bench): Wish => {
    const { projectId, itemIds, [size]: plan } = largeProject(bench);
    const spare = itemIds.filter((id) => plan?.itemIds.has(id) === false).slice(0, count);
    return { kind: "link", projectId, planId: plan?.id ?? "", itemIds: spare };
  };
}

/** One call each. */
export function scrumDates(count: number) {
  return (bench: Bench): Wish => {
    const { projectId, itemIds } = largeProject(bench);
    return { kind: "edit", projectId, planId: null, itemIds: itemIds.slice(0, count), edits: [toEnd] };
  };
}

/** Of several categories. */
export function ipdDates(count: number) {
  return ({ simulator: { store } }: Bench): Wish => {
    const project = store.projects().find(({ kind }) => kind === "ipd");
    if (project === undefined) throw new Error("There is no IPD project");
    const itemIds = store.ipdItemsOf(project.id).map(({ id }) => id);
    return { kind: "edit", projectId: project.id, planId: null, itemIds: itemIds.slice(-count), edits: [toEnd] };
  };
}

function largeProject({ simulator: { store } }: Bench) {
  const ids = (projectId: string) => store.scrumItemsOf(projectId).map(({ id }) => String(id));
  const [project] = store
    .projects()
    .filter(({ kind }) => kind === "scrum")
    .toSorted((left, right) => ids(right.id).length - ids(left.id).length);
  if (project === undefined) throw new Error("There is no Scrum project");
  const plans = store.plansOf(project.id).filter(({ type }) => type === "gantt");
  const [largest, ...others] = plans.toSorted((left, right) => right.itemIds.size - left.itemIds.size);
  return { projectId: project.id, itemIds: ids(project.id), largest, smallest: others.at(-1) };
}
