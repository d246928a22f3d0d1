import type { PlanType } from "../world-types.ts";

/** A piece of work that the world is made of: mostly one plan and the items that belong to it. */
export type Initiative = {
  /** null = backlog, in no plan. */
  plan: { name: string; type: PlanType; creator: string } | null;
  items: number;
  /** Upper level (epic, or IR) → the features (or SRs) below it. */
  epics: Record<string, string[]>;
  /** What stories, tasks and bugs are about. */
  subjects: string[];
  /** The same in Chinese, for the part of the team that writes it. */
  chineseSubjects?: string[];
  /** Titles of leaves that follow each other day by day, in place of composed ones; as many as there is room for. */
  chain?: string[];
  /** First and last day, counted from today. */
  days: [from: number, to: number];
  overdue?: number;
  unassigned?: number;
  undated?: number;
};

/** A plan over items of other initiatives. */
type PickedPlan = { name: string; type: PlanType; creator: string; items: number };

export type ProjectTheme = {
  name: string;
  code: string;
  description: string;
  creator: string;
  initiatives: Initiative[];
  pickedPlans?: PickedPlan[];
  modules: string[];
};
