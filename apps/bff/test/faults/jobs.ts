import { LINK_FIELD, type NewChangeSet } from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";

export const KINDS = ["link", "scrum", "ipd"] as const;
export type Kind = (typeof KINDS)[number];

/** The simulator's name of the write that a kind of job makes. */
export const OPERATIONS: Readonly<Record<Kind, string>> = {
  link: "linkIssues",
  scrum: "updateIssue",
  ipd: "batchUpdateIpdIssues",
};
/** What the log says when a job stopped for a failure of ours or of the store: nothing of it is under way then. */
export const JOB_FAILED = "a job failed and starts over";

/** Most items in one write call. */
export const ITEMS_PER_CALL: Readonly<Record<Kind, number>> = { link: 100, scrum: 1, ipd: 50 };

/** A change set of so many items, from what they hold now. */
export function jobOf(simulator: Simulator, options: { kind: Kind; items: number }): NewChangeSet {
  return options.kind === "ipd" ? ipdJob(simulator, options.items) : scrumJob(simulator, options);
}

function scrumJob({ store }: Simulator, { kind, items }: { kind: Kind; items: number }): NewChangeSet {
  const projects = store.projects().filter((project) => project.kind === "scrum");
  const [project] = projects.toSorted((a, b) => store.scrumItemsOf(b.id).length - store.scrumItemsOf(a.id).length);
  const plan = project && store.plansOf(project.id).find(({ type }) => type === "gantt");
  if (project === undefined || plan === undefined) throw new Error("The simulator's world has no Scrum project");
  const open = store.scrumItemsOf(project.id).filter(({ id }) => !plan.itemIds.has(String(id)));
  const changes = open
    .slice(0, items)
    .map(({ id, doneRatio }) =>
      kind === "link"
        ? { itemId: String(id), field: LINK_FIELD, from: null, to: plan.id }
        : { itemId: String(id), field: "progress", from: doneRatio, to: doneRatio === 66 ? 67 : 66 },
    );
  if (changes.length < items) throw new Error("The simulator's world is too small for this job");
  return { origin: kind === "link" ? "link" : "edit", projectId: project.id, planId: plan.id, changes };
}

function ipdJob({ store }: Simulator, items: number): NewChangeSet {
  const project = store.projects().find(({ kind }) => kind === "ipd");
  if (project === undefined) throw new Error("The simulator's world has no IPD project");
  const tasks = store.ipdItemsOf(project.id).filter(({ category }) => category === "Task");
  const changes = tasks
    .slice(-items)
    .map(({ id, title }) => ({ itemId: id, field: "title", from: title, to: "Renamed at once" }));
  if (changes.length < items) throw new Error("The simulator's world is too small for this job");
  return { origin: "edit", projectId: project.id, planId: null, changes };
}
