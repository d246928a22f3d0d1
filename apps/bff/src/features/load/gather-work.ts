import type { EpochMs, Person, Plan, WorkItem } from "@gantry/api-contract";
import { HOURS_A_DAY, remainingHours } from "@gantry/schedule";
import type { KnownPlan, KnownProjectPlans } from "../../mirror/mirror.ts";
import { createBreath } from "../../breathe.ts";

/** An open leaf, with the plans that count it. */
export type OpenWork = {
  item: WorkItem;
  /** Hours that are left of it; null where nobody gave it hours. */
  hours: number | null;
  projectName: string;
  plans: readonly Plan[];
};

export type GatheredWork = {
  work: readonly OpenWork[];
  /** Everybody who has an item on a plan that counts, whether open or done. */
  people: ReadonlyMap<string, Person>;
  /** Plans that count and have been read. */
  plans: number;
  missing: { plans: number; projects: number };
  readAt: EpochMs | null;
};

export type PlanFilter = { projects?: readonly string[] | undefined; plans?: readonly string[] | undefined };

/**
 * The open leaves of the plans that a filter lets through, each once however many plans it is on. What has a child on
 * any plan of its project is no leaf, whatever is filtered.
 */
export async function gatherWork(
  projects: readonly KnownProjectPlans[],
  { filter }: { filter: PlanFilter },
): Promise<GatheredWork> {
  const wantedProjects = filter.projects && new Set(filter.projects);
  const wantedPlans = filter.plans && new Set(filter.plans);
  const counting = projects.filter(({ known }) => wantedProjects?.has(known.project.id) ?? true);
  const gathered = {
    work: [] as OpenWork[],
    people: new Map<string, Person>(),
    plans: 0,
    missing: { plans: 0, projects: 0 },
    readAt: null as EpochMs | null,
  };
  const breath = createBreath();
  for (const project of counting) {
    if (project.listedAt === null) gathered.missing.projects += 1;
    const wanted = project.plans.filter(({ plan }) => wantedPlans?.has(plan.id) ?? true);
    const read = wanted.flatMap((one) => (one.items === null ? [] : [{ ...one, items: one.items }]));
    gathered.missing.plans += wanted.length - read.length;
    gathered.plans += read.length;
    for (const { readAt } of read)
      if (readAt !== null && (gathered.readAt === null || readAt < gathered.readAt)) gathered.readAt = readAt;
    const parents = await parentsIn(project.plans);
    const found = await itemsOnce(read);
    for (const { item, plans } of found.values()) {
      await breath();
      if (item.assignee !== null && !gathered.people.has(item.assignee.id))
        gathered.people.set(item.assignee.id, item.assignee);
      if (item.status.phase === "done" || parents.has(item.id)) continue;
      gathered.work.push({ item, plans, hours: hoursLeft(item), projectName: project.known.project.name });
    }
  }
  return gathered;
}

async function parentsIn(plans: readonly KnownPlan[]): Promise<Set<string>> {
  const parents = new Set<string>();
  const breath = createBreath();
  for (const { items } of plans) {
    for (const { parentId } of items ?? []) if (parentId !== null) parents.add(parentId);
    await breath();
  }
  return parents;
}

/** Items by id as the plan that was read last has them. */
async function itemsOnce(
  plans: readonly { plan: Plan; items: readonly WorkItem[]; readAt: EpochMs | null }[],
): Promise<Map<string, { item: WorkItem; plans: Plan[] }>> {
  const found = new Map<string, { item: WorkItem; plans: Plan[] }>();
  const breath = createBreath();
  const oldestFirst = plans.toSorted((left, right) => (left.readAt ?? 0) - (right.readAt ?? 0));
  for (const { plan, items } of oldestFirst) {
    for (const item of items) {
      const known = found.get(item.id);
      if (known === undefined) found.set(item.id, { item, plans: [plan] });
      else {
        known.item = item;
        known.plans.push(plan);
      }
    }
    await breath();
  }
  return found;
}

/** Scrum items say hours; of IPD items the workload in days of a person does. */
function hoursLeft({ expectedHours, extra, progress }: WorkItem): number | null {
  const days = extra?.["workload"];
  return remainingHours({
    expectedHours: expectedHours ?? (typeof days === "number" ? days * HOURS_A_DAY : null),
    progress,
  });
}
