import type { PlanHealth } from "@gantry/api-contract";
import type { PlanRow } from "./plan-rows.ts";

/** What plans add up to; what was not read counts as a plan only. */
export type Totals = {
  plans: number;
  gantts: number;
  minds: number;
  byHealth: Record<PlanHealth, number>;
  items: number;
  overdue: number;
  unscheduled: number;
  unassigned: number;
  blocked: number;
  /** Mean of the plans' progress, 0–100, each weighed by its items. */
  progress: number;
};

export function totalsOf(rows: readonly PlanRow[]): Totals {
  const totals: Totals = {
    plans: rows.length,
    gantts: 0,
    minds: 0,
    byHealth: { late: 0, "at-risk": 0, stale: 0, "on-track": 0, empty: 0 },
    items: 0,
    overdue: 0,
    unscheduled: 0,
    unassigned: 0,
    blocked: 0,
    progress: 0,
  };
  let progress = 0;
  for (const { plan, rollUp } of rows) {
    if (plan.type === "gantt") totals.gantts += 1;
    else totals.minds += 1;
    if (rollUp === null) continue;
    totals.byHealth[rollUp.health] += 1;
    totals.items += rollUp.items;
    totals.overdue += rollUp.overdue;
    totals.unscheduled += rollUp.unscheduled;
    totals.unassigned += rollUp.unassigned;
    totals.blocked += rollUp.blocked;
    progress += rollUp.progress * rollUp.items;
  }
  return { ...totals, progress: totals.items === 0 ? 0 : progress / totals.items };
}
