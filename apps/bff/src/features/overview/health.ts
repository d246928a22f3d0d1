import type { PlanHealth, PlanRollUp, WorkItem } from "@gantry/api-contract";
import { buildTree, daysBetween, flattenTree, type IsoDate } from "@gantry/schedule";

/** Overdue leaves from which a plan is at risk, however late they are. */
const AT_RISK_OVERDUE = 3;
/** Days after which a single overdue leaf puts a plan at risk. */
const AT_RISK_DAYS = 7;
/** Share of the open leaves from which a lack is worth watching. */
const WATCH_SHARE = 0.25;
/** Percentage points between time passed and work done from which a leaf counts as behind. */
const BEHIND_POINTS = 30;

type Reason = PlanRollUp["reasons"][number];

/**
 * What the items of a plan add up to on a day. `items` counts every item; all else looks at the leaves,
 * since a parent's dates and progress are its children's.
 */
export function rollUpPlan(items: readonly WorkItem[], { today }: { today: IsoDate }): PlanRollUp {
  const leaves = leavesOf(items);
  const open = leaves.filter(({ status }) => status.phase !== "done");
  const overdue = open.filter(({ end }) => end !== null && end < today);
  const oldest = earliest(overdue.map(({ end }) => end));
  const counts = {
    overdue: overdue.length,
    unassigned: open.filter(({ assignee }) => assignee === null).length,
    unscheduled: open.filter(({ start, end }) => start === null && end === null).length,
    behind: open.filter((item) => isBehind(item, today)).length,
  };
  const overdueDays = oldest === null ? 0 : daysBetween(oldest, today);
  const reasons = reasonsOf({ ...counts, overdueDays, open: open.length, items: items.length });
  const days = leaves.flatMap(({ start, end }) => [start, end]);
  return {
    items: items.length,
    blocked: 0,
    changedAt: null,
    people: [],
    peopleCount: 0,
    done: leaves.length - open.length,
    progress: meanProgress(leaves),
    overdue: counts.overdue,
    unscheduled: counts.unscheduled,
    unassigned: counts.unassigned,
    start: earliest(days),
    end: latest(days),
    health: healthOf(reasons),
    reasons,
  };
}

function leavesOf(items: readonly WorkItem[]): WorkItem[] {
  return flattenTree(buildTree(items), { isExpanded: () => true })
    .filter(({ node }) => node.children.length === 0)
    .map(({ node }) => node.item);
}

/** Under way and not overdue, with far more of its time gone than of its work done. */
function isBehind({ start, end, progress }: WorkItem, today: IsoDate): boolean {
  if (start === null || end === null || start > today || end < today || start > end) return false;
  const timeGone = (daysBetween(start, today) / (daysBetween(start, end) + 1)) * 100;
  return timeGone - progress >= BEHIND_POINTS;
}

function reasonsOf(facts: {
  overdue: number;
  overdueDays: number;
  behind: number;
  unassigned: number;
  unscheduled: number;
  open: number;
  items: number;
}): Reason[] {
  if (facts.items === 0) return [{ rule: "empty", count: 0 }];
  const reasons: Reason[] = [];
  if (facts.overdue > 0) reasons.push({ rule: "overdue", count: facts.overdue, days: facts.overdueDays });
  for (const rule of ["behind", "unassigned", "unscheduled"] as const) {
    const count = facts[rule];
    if (count > 0 && count >= facts.open * WATCH_SHARE) reasons.push({ rule, count });
  }
  return reasons;
}

function healthOf(reasons: readonly Reason[]): PlanHealth {
  if (reasons.some(({ rule }) => rule === "empty")) return "empty";
  const overdue = reasons.find(({ rule }) => rule === "overdue");
  if (overdue !== undefined && (overdue.count >= AT_RISK_OVERDUE || (overdue.days ?? 0) > AT_RISK_DAYS)) return "late";
  return reasons.length > 0 ? "at-risk" : "on-track";
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
