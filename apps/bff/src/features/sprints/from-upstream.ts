import type { Sprint } from "@gantry/api-contract";
import type { IpdPlan, ScrumSprint } from "@gantry/codearts-contract";
import { toDay } from "../work-items/days.ts";

/** "open" is what old data says of a sprint that is not over. */
const SCRUM_STATES: Readonly<Record<string, Sprint["state"]>> = { "1": "running", open: "running", "2": "ended" };
const IPD_STATES: Readonly<Record<string, Sprint["state"]>> = { going: "running", ended: "ended" };

/** Sprints of a Scrum project, without deleted ones. */
export function toScrumSprints(wire: readonly ScrumSprint[]): Sprint[] {
  return wire
    .filter(({ deleted }) => !deleted)
    .map((sprint) => ({
      id: sprint.id,
      name: sprint.name,
      kind: "sprint",
      parentId: null,
      start: toDay(sprint.begin_time).day,
      end: toDay(sprint.end_time).day,
      state: SCRUM_STATES[sprint.status ?? ""] ?? "planned",
    }));
}

/** PIs and iterations of an IPD project; its milestones are neither. */
export function toIpdSprints(wire: readonly IpdPlan[]): Sprint[] {
  return wire.flatMap((plan) => {
    const kind = plan.category === "PI" ? "pi" : plan.category === "Iteration" ? "iteration" : null;
    if (kind === null) return [];
    return {
      id: plan.id,
      name: plan.title,
      kind,
      parentId: plan.parent_id,
      start: toDay(plan.plan_start_date).day,
      end: toDay(plan.plan_end_date).day,
      state: IPD_STATES[plan.status ?? ""] ?? "planned",
    };
  });
}
