import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");

export const changesList = {
  title: "Changes",
  lead: "Everything that was changed from Gantry in the projects that you may see, newest first.",
  empty: "Nothing changed yet. Open a plan, select work items and edit them, or add some from the backlog.",
  toPlans: "Go to Plans",
  toAudit: "Audit log",
  whose: "Whose changes",
  everybody: "Everybody's",
  mine: "Mine",
  project: "Project",
  allProjects: "All projects",
  plan: "Plan",
  allPlans: "All plans",
  clearFilters: "Clear filters",
  nothingFits: "No change set fits these filters.",
  underWay: "Under way",
  ended: "Ended",
  column: { what: "What", where: "Where", who: "Who", when: "When", progress: "Progress", outcome: "Outcome" },
  progress: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  progressOf: (title: string) => `Progress of ${title}`,
  outcomeCount: (name: string, count: number) => `${number(count)} ${name.toLowerCase()}`,
  undone: "Undone",
  more: "Show more",
  shown: (shown: number, all: number) =>
    `${number(shown)} of ${plural(all, { one: "# change set", other: "# change sets" })}`,
};
