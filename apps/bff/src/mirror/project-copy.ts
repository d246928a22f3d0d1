import type { EpochMs, Plan, WorkItem } from "@gantry/api-contract";
import type { KnownPlan } from "./mirror.ts";

export type ProjectKey = { domainId: string; projectId: string };

/** What is on a plan. Replaced, never mutated, whenever that or one of its items changes: so identity tells news. */
export type CopyPlan = {
  /** As CodeArts told of it before its items were read. */
  plan: Plan;
  itemIds: readonly string[];
  /** When reading the list of its items began. */
  readAt: EpochMs;
  /** See `mirror_plans`. */
  dirties: number;
  seenDirties: number;
};

/** How far changes are known; see `mirror_projects`. */
export type FeedState = {
  cursorAt: EpochMs | null;
  cursorSeenAt: EpochMs;
  isSettled: boolean;
  fedAt: EpochMs | null;
  touches: number;
  seenTouches: number;
  touchedAt: EpochMs;
  refusedAt: EpochMs | null;
  allReadAt: EpochMs | null;
};

/** One project as this process remembers it, for everybody of the domain. */
export type ProjectCopy = ProjectKey & {
  /** The newest version of the database that is in here. */
  version: number;
  items: Map<string, WorkItem>;
  plans: Map<string, CopyPlan>;
  feed: FeedState;
};

export function createCopy(key: ProjectKey): ProjectCopy {
  return {
    ...key,
    version: 0,
    items: new Map(),
    plans: new Map(),
    feed: {
      cursorAt: null,
      cursorSeenAt: 0,
      isSettled: false,
      fedAt: null,
      touches: 0,
      seenTouches: 0,
      touchedAt: 0,
      refusedAt: null,
      allReadAt: null,
    },
  };
}

/** v4 tells instants in whole seconds, the plan lists in milliseconds. */
export function changedSecondOf({ updatedAt }: WorkItem): number {
  return updatedAt === null ? 0 : Math.floor(updatedAt / 1000);
}

/** An answer may be older than what is known already: two reads side by side need not end in their order. */
export function isNewer(item: WorkItem, known: WorkItem | undefined): boolean {
  return known === undefined || changedSecondOf(item) >= changedSecondOf(known);
}

/** Takes items in. @returns those that were new or said something else than before */
export function takeItems(copy: ProjectCopy, items: readonly WorkItem[]): WorkItem[] {
  const changed = items.filter((item) => {
    const known = copy.items.get(item.id);
    return known === undefined || (isNewer(item, known) && !isSame(item, known));
  });
  for (const item of changed) copy.items.set(item.id, item);
  return changed;
}

/** Marks the plans on which some items stand as changed. @returns their ids */
export function renewPlansOf(copy: ProjectCopy, itemIds: ReadonlySet<string>): string[] {
  if (itemIds.size === 0) return [];
  const renewed = [...copy.plans].filter(([, plan]) => plan.itemIds.some((id) => itemIds.has(id)));
  for (const [planId, plan] of renewed) copy.plans.set(planId, { ...plan });
  return renewed.map(([planId]) => planId);
}

const itemLists = new WeakMap<CopyPlan, readonly WorkItem[]>();

/** The plan's items, the same list for as long as nothing changes. */
export function itemsOn(copy: ProjectCopy, plan: CopyPlan): readonly WorkItem[] {
  const kept = itemLists.get(plan);
  if (kept !== undefined) return kept;
  const items = plan.itemIds.flatMap((id) => copy.items.get(id) ?? []);
  itemLists.set(plan, items);
  return items;
}

/** A plan that somebody's own token was told of, with what is known of its items. */
export function toKnownPlan(copy: ProjectCopy, plan: Plan): KnownPlan {
  const found = copy.plans.get(plan.id);
  if (found === undefined) return { plan, items: null, readAt: null };
  return { plan, items: itemsOn(copy, found), readAt: Math.max(found.readAt, copy.feed.fedAt ?? 0) };
}

/** Whether two readings say the same. Plain data of small depth, compared by the thousand: far faster than as JSON. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  const entries = Object.entries(left);
  if (entries.length !== Object.keys(right).length) return false;
  const others = new Map(Object.entries(right));
  return entries.every(([name, value]) => others.has(name) && isSame(value, others.get(name)));
}
