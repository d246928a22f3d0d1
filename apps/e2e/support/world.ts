import type { IpdItem, Plan, Project, ScrumItem, Simulator } from "@gantry/codearts-simulator";
import type { Known } from "../pages/timeline.ts";

/** A plan of the simulated company by its name, as it stands now. */
export function planNamed(simulator: Simulator, name: string): Plan {
  const found = simulator.world.plans.find((plan) => plan.name === name);
  return must(found === undefined ? undefined : simulator.store.plan(found.id), `plan ${name}`);
}

export function projectOf(simulator: Simulator, plan: Plan): Project {
  return must(simulator.store.project(plan.projectId), `project of ${plan.name}`);
}

/** Items of a Scrum plan, in the plan's own order. */
export function scrumItemsOf(simulator: Simulator, plan: Plan): ScrumItem[] {
  return [...plan.itemIds].map((id) => scrumItem(simulator, id));
}

export function ipdItemsOf(simulator: Simulator, plan: Plan): IpdItem[] {
  return [...plan.itemIds].map((id) => must(simulator.store.ipdItem(id), `work item ${id}`));
}

export function scrumItem(simulator: Simulator, id: number | string): ScrumItem {
  return must(simulator.store.scrumItem(id), `work item ${id}`);
}

/** New and under way. */
const OPEN_STATUSES = [1, 2];

/** Items of a plan without children, whose title is no part of another's. */
function singleItemsOf(simulator: Simulator, plan: Plan): ScrumItem[] {
  const items = scrumItemsOf(simulator, plan);
  return items.filter(
    (item) =>
      !simulator.store.hasChildren(item.id) && items.filter(({ title }) => title.includes(item.title)).length === 1,
  );
}

/** Single items with both dates, to reckon by. */
export function datedItemsOf(simulator: Simulator, plan: Plan): (ScrumItem & Known)[] {
  return singleItemsOf(simulator, plan).flatMap((item) =>
    item.begin === null || item.end === null ? [] : [{ ...item, dates: { start: item.begin, end: item.end } }],
  );
}

export function isOpen(item: ScrumItem): boolean {
  return OPEN_STATUSES.includes(item.statusId);
}

export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`The simulator has no such ${what}`);
  return value;
}
