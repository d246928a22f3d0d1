import type { Journal } from "./journal.ts";
import { createRecordBook, type ItemRecord } from "./records.ts";
import { SCRUM_STATUSES } from "./world/catalog.ts";
import type { IpdItem, Person, Plan, Project, ScrumItem, World } from "./world/world-types.ts";

/** The world, indexed, with writes that can be taken back. */
export type SimulatorStore = {
  project: (projectId: string) => Project | undefined;
  projects: () => Project[];
  person: (userId: string) => Person | undefined;
  personByNumber: (userNumber: number) => Person | undefined;
  personByName: (userName: string, domainName: string) => Person | undefined;
  scrumItem: (id: number | string) => ScrumItem | undefined;
  ipdItem: (id: string) => IpdItem | undefined;
  scrumItemsOf: (projectId: string) => ScrumItem[];
  ipdItemsOf: (projectId: string) => IpdItem[];
  hasChildren: (id: number) => boolean;
  plan: (planId: string) => Plan | undefined;
  plansOf: (projectId: string) => Plan[];
  /** Rights and settings of a project, for tests that need an archived or strict one. */
  patchProject: (
    projectId: string,
    patch: Partial<Pick<Project, "isArchived" | "members">> & { isClosedReadOnly?: boolean },
  ) => void;
  /** Leaves records of what changed; `by` is the numeric user id. */
  patchScrumItem: (id: number, patch: Partial<ScrumItem>, by?: number) => void;
  /** Every change to the items of a Scrum project, the newest first. */
  recordsOf: (projectId: string) => ItemRecord[];
  patchIpdItem: (id: string, patch: Partial<IpdItem>) => void;
  patchPlan: (planId: string, patch: Partial<Plan>) => void;
  addPlan: (plan: Plan) => void;
  removePlan: (planId: string) => void;
  link: (planId: string, itemIds: string[]) => void;
};

function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function present<Key, Value>(ids: Key[] | undefined, map: Map<Key, Value>): Value[] {
  const values: Value[] = [];
  for (const id of ids ?? []) {
    const value = map.get(id);
    if (value !== undefined) values.push(value);
  }
  return values;
}

/** A status is shown with its name, all else as it is kept. */
function recordedValue(field: string, value: unknown): unknown {
  const status = field === "status" ? SCRUM_STATUSES.find(({ id }) => id === value) : undefined;
  return status === undefined ? value : { id: status.id, name: status.name };
}

/** Items are replaced, never mutated in place, but for the maps that hold them. */
export function createStore(world: World, { journal, now }: { journal: Journal; now: () => number }): SimulatorStore {
  const projects = new Map(world.projects.map((project) => [project.id, project]));
  const people = new Map(world.people.map((person) => [person.userId, person]));
  const peopleByNumber = new Map(world.people.map((person) => [person.userNumber, person]));
  const scrumItems = new Map(world.scrumItems.map((item) => [item.id, item]));
  const ipdItems = new Map(world.ipdItems.map((item) => [item.id, item]));
  const plans = new Map(world.plans.map((plan) => [plan.id, { ...plan, itemIds: new Set(plan.itemIds) }]));
  const scrumIdsByProject = groupBy(world.scrumItems, (item) => item.projectId);
  const ipdIdsByProject = groupBy(world.ipdItems, (item) => item.projectId);
  const scrumIds = new Map([...scrumIdsByProject].map(([id, items]) => [id, items.map((item) => item.id)]));
  const ipdIds = new Map([...ipdIdsByProject].map(([id, items]) => [id, items.map((item) => item.id)]));
  const parents = new Set(world.scrumItems.flatMap((item) => item.parentId ?? []));

  const records = createRecordBook(world, recordedValue);

  // Lists of a project's items, kept until one of its items changes: 30,000 look-ups a page would be felt.
  const scrumLists = new Map<string, ScrumItem[]>();

  const replace = <Key, Value>(
    map: Map<Key, Value>,
    key: Key,
    patch: Partial<Value>,
    changed?: (value: Value) => void,
  ) => {
    const before = map.get(key);
    if (before === undefined) return;
    const after = { ...before, ...patch };
    const set = (value: Value) => {
      map.set(key, value);
      changed?.(value);
    };
    journal.change({ apply: () => set(after), revert: () => set(before) });
  };
  const scrumListOf = (projectId: string): ScrumItem[] => {
    const kept = scrumLists.get(projectId);
    if (kept !== undefined) return kept;
    const list = present(scrumIds.get(projectId), scrumItems);
    scrumLists.set(projectId, list);
    return list;
  };

  return {
    project: (projectId) => projects.get(projectId),
    projects: () => [...projects.values()],
    person: (userId) => people.get(userId),
    personByNumber: (userNumber) => peopleByNumber.get(userNumber),
    personByName: (userName, domainName) =>
      world.people.find((person) => person.userName === userName && person.domain.name === domainName),
    scrumItem: (id) => scrumItems.get(Number(id)),
    ipdItem: (id) => ipdItems.get(id),
    scrumItemsOf: scrumListOf,
    ipdItemsOf: (projectId) => present(ipdIds.get(projectId), ipdItems),
    hasChildren: (id) => parents.has(id),
    plan: (planId) => plans.get(planId),
    plansOf: (projectId) => [...plans.values()].filter((plan) => plan.projectId === projectId),
    patchProject: (projectId, patch) => replace(projects, projectId, patch),
    patchScrumItem: (id, patch, by) => {
      const before = scrumItems.get(id);
      if (before === undefined) return;
      journal.transaction(() => {
        replace(scrumItems, id, patch, (item) => scrumLists.delete(item.projectId));
        journal.change(records.change(before, { after: { ...before, ...patch }, at: now(), by: by ?? null }));
      });
    },
    recordsOf: (projectId) => records.of(projectId),
    patchIpdItem: (id, patch) => replace(ipdItems, id, patch),
    patchPlan: (planId, patch) => replace(plans, planId, patch),
    addPlan: (plan) => journal.change({ apply: () => plans.set(plan.id, plan), revert: () => plans.delete(plan.id) }),
    removePlan: (planId) => {
      const plan = plans.get(planId);
      if (plan === undefined) return;
      journal.change({ apply: () => plans.delete(planId), revert: () => plans.set(planId, plan) });
    },
    link: (planId, itemIds) => {
      const added = itemIds.filter((id) => plans.get(planId)?.itemIds.has(id) === false);
      journal.change({
        apply: () => added.forEach((id) => plans.get(planId)?.itemIds.add(id)),
        revert: () => added.forEach((id) => plans.get(planId)?.itemIds.delete(id)),
      });
    },
  };
}
