import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");

export const changesList = {
  title: "Changes",
  lead: "Everything that was changed from Gantry, newest first. Each can be looked into, retried and undone.",
  empty: "Nothing changed yet. Open a plan, select work items and edit them, or add some from the backlog.",
  toPlans: "Go to Plans",
  column: { what: "What", where: "Where", who: "Who", when: "When", progress: "Progress", outcome: "Outcome" },
  progress: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  progressOf: (title: string) => `Progress of ${title}`,
  outcomeCount: (name: string, count: number) => `${number(count)} ${name.toLowerCase()}`,
  undone: "Undone",
  more: "Show more",
  shown: (shown: number, all: number) =>
    `${number(shown)} of ${plural(all, { one: "# change set", other: "# change sets" })}`,
};
