import { HEALTH_RULES, type HealthReason, type PlanHealth, type PlanRollUp, type WorkItem } from "@gantry/api-contract";
import { daysBetween, type IsoDate } from "@gantry/schedule";
import { todayInChina } from "./today.ts";

/** Names on a row; the others are counted. */
const PEOPLE_SHOWN = 3;

export type RollUpOf = {
  today: IsoDate;
  /** When the plan itself was changed, as CodeArts tells. */
  planChangedAt?: number | null;
  /** Ids of the project's items that wait, by Gantry's links, for an open item past its end. */
  waiting?: ReadonlySet<string>;
};

/**
 * What the items of a plan add up to on a day. `items` counts every item; all else looks at the leaves,
 * since a parent's dates and progress are its children's.
 */
export function rollUpPlan(
  items: readonly WorkItem[],
  { today, planChangedAt = null, waiting = new Set() }: RollUpOf,
): PlanRollUp {
  const leaves = leavesOf(items);
  const open = leaves.filter(({ status }) => status.phase !== "done");
  const overdue = open.filter(({ end }) => end !== null && end < today);
  const oldest = earliest(overdue.map(({ end }) => end));
  const changedAt = items.reduce<number | null>((last, { updatedAt }) => later(last, updatedAt), planChangedAt);
  const counts = {
    overdue: overdue.length,
    blocked: waiting.size === 0 ? 0 : open.filter(({ id }) => waiting.has(id)).length,
    unassigned: open.filter(({ assignee }) => assignee === null).length,
    unscheduled: open.filter(({ start, end }) => start === null && end === null).length,
  };
  const reasons = reasonsOf({
    ...counts,
    behind: open.filter((item) => isBehind(item, today)).length,
    overdueDays: oldest === null ? 0 : daysBetween(oldest, today),
    quietDays: changedAt === null ? 0 : Math.max(0, daysBetween(todayInChina(changedAt), today)),
    open: open.length,
    items: items.length,
  });
  const days = leaves.flatMap(({ start, end }) => [start, end]);
  return {
    items: items.length,
    ...counts,
    ...peopleOf(open),
    changedAt,
    done: leaves.length - open.length,
    progress: meanProgress(leaves),
    start: earliest(days),
    end: latest(days),
    health: healthOf(reasons),
    reasons,
  };
}

/** Items that are nobody's parent on this plan. */
function leavesOf(items: readonly WorkItem[]): WorkItem[] {
  const parents = new Set(items.flatMap(({ id, parentId }) => (parentId === null || parentId === id ? [] : parentId)));
  return items.filter(({ id }) => !parents.has(id));
}

/** Under way and not overdue, with far more of its time gone than of its work done. */
function isBehind({ start, end, progress }: WorkItem, today: IsoDate): boolean {
  if (start === null || end === null || start > today || end < today || start > end) return false;
  const timeGone = (daysBetween(start, today) / (daysBetween(start, end) + 1)) * 100;
  return timeGone - progress >= HEALTH_RULES.behindPoints;
}

function reasonsOf(facts: {
  overdue: number;
  overdueDays: number;
  blocked: number;
  behind: number;
  unassigned: number;
  unscheduled: number;
  quietDays: number;
  open: number;
  items: number;
}): HealthReason[] {
  if (facts.items === 0) return [{ rule: "empty", count: 0 }];
  const reasons: HealthReason[] = [];
  if (facts.overdue > 0) reasons.push({ rule: "overdue", count: facts.overdue, days: facts.overdueDays });
  if (facts.blocked > 0) reasons.push({ rule: "blocked", count: facts.blocked });
  for (const rule of ["behind", "unassigned", "unscheduled"] as const) {
    const count = facts[rule];
    if (count > 0 && count >= facts.open * HEALTH_RULES.lackShare) reasons.push({ rule, count });
  }
  if (facts.open > 0 && facts.quietDays >= HEALTH_RULES.staleDays) {
    reasons.push({ rule: "stale", count: facts.open, days: facts.quietDays });
  }
  return reasons;
}

function healthOf(reasons: readonly HealthReason[]): PlanHealth {
  const [first] = reasons;
  if (first === undefined) return "on-track";
  if (first.rule === "empty" || first.rule === "stale") return first.rule;
  const { lateCount, lateDays } = HEALTH_RULES;
  const isLate = first.rule === "overdue" && (first.count >= lateCount || (first.days ?? 0) > lateDays);
  return isLate ? "late" : "at-risk";
}

function peopleOf(open: readonly WorkItem[]): Pick<PlanRollUp, "people" | "peopleCount"> {
  const people = new Map<string, PlanRollUp["people"][number]>();
  for (const { assignee } of open) {
    if (assignee === null) continue;
    const known = people.get(assignee.id);
    people.set(assignee.id, { person: known?.person ?? assignee, open: (known?.open ?? 0) + 1 });
  }
  const byLoad = [...people.values()].toSorted((left, right) => right.open - left.open);
  return { people: byLoad.slice(0, PEOPLE_SHOWN), peopleCount: people.size };
}

/** A done leaf counts as whole, whatever its percentage says. */
function meanProgress(leaves: readonly WorkItem[]): number {
  if (leaves.length === 0) return 0;
  const sum = leaves.reduce((total, { status, progress }) => total + (status.phase === "done" ? 100 : progress), 0);
  return sum / leaves.length;
}

function earliest(days: readonly (IsoDate | null)[]): IsoDate | null {
  return days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);
}

function latest(days: readonly (IsoDate | null)[]): IsoDate | null {
  return days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null);
}

function later(left: number | null, right: number | null): number | null {
  return left === null || (right !== null && right > left) ? right : left;
}
