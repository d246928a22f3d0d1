import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");
const days = (count: number) => plural(count, { one: "# day", other: "# days" });

export const coverage = {
  title: "Coverage",
  lead: "Work items that do not fit their plans, in all projects that you see.",
  kinds: "What does not fit",
  kind: {
    "no-plan": "On no plan",
    "plans-differ": "Plans differ",
    "closed-planned": "Closed, still planned",
    "outside-sprint": "Outside the sprint",
  },
  rule: {
    "no-plan": "Open work items that are on no Gantt chart and no mind map of their project.",
    "plans-differ":
      "Open work items on several plans that expect different things of them: the newest baselines of two plans keep other dates, or the item lies wholly before or after everything else on one plan. CodeArts itself has one pair of dates for an item.",
    "closed-planned": "Closed work items whose end is still to come, or that have open items below them.",
    "outside-sprint":
      "Open work items that start before their sprint, PI or iteration begins, or end after it ends, where its dates are known.",
  },
  reasons: {
    "no-plan": () => "On no plan",
    "baselines-differ": (count: number, plans: string) =>
      count === 0 ? `Baselines of ${plans} differ` : `Baselines of ${plans} end ${days(count)} apart`,
    "apart-from-plan": (count: number, plans: string) => `${days(count)} apart from the rest of ${plans}`,
    "ends-later": (count: number) => `Ends in ${days(count)}`,
    "open-below": (count: number) => plural(count, { one: "# open item below", other: "# open items below" }),
    "starts-before-sprint": (count: number) => `Starts ${days(count)} before the sprint`,
    "ends-after-sprint": (count: number) => `Ends ${days(count)} after the sprint`,
  },
  projects: "Projects",
  project: "Project",
  projectFailed: (name: string) => `${name} could not be read.`,
  notRead: "Not read",
  failedPlans: (count: number) =>
    plural(count, {
      one: "# plan could not be read: items that are on it alone are listed as on none.",
      other: "# plans could not be read: items that are on these alone are listed as on none.",
    }),
  noProjects: "You take part in no project.",
  chooseProject: "Choose a project to see its work items.",
  allFit: "Every project that was read fits its plans here.",
  nothing: (project: string) => `Nothing of this kind in ${project}.`,
  list: (kind: string, project: string) => `${kind}: ${project}`,
  column: {
    number: "Number",
    item: "Work item",
    status: "Status",
    assignee: "Assignee",
    dates: "Dates",
    sprint: "Sprint",
    plans: "Plans",
    why: "Why",
  },
  select: (title: string) => `Select ${title}`,
  selectShown: "Select all that are shown",
  selectAll: (count: number) => `Select all ${number(count)}`,
  clear: "Clear the selection",
  shown: (shown: number, all: number) =>
    `${number(shown)} of ${plural(all, { one: "# work item", other: "# work items" })}`,
  more: "Show more",
  noDates: "No dates",
  noSprint: "No sprint",
  morePlans: (count: number) => `+${number(count)}`,
  addTitle: (count: number) => plural(count, { one: "Add # work item to a plan", other: "Add # work items to a plan" }),
  addTo: "Gantt chart",
  choosePlan: "Choose a Gantt chart",
  next: "Preview",
  noGantt: "This project has no Gantt chart yet. Create one on the Plans page.",
};
