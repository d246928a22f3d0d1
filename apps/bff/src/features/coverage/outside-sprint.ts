import type { CoverageReason, WorkItem } from "@gantry/api-contract";
import { daysBetween, type IsoDate } from "@gantry/schedule";

/** Days of a sprint, a PI or an iteration; a day that is not told is no limit. */
export type SprintDays = { start: IsoDate | null; end: IsoDate | null };

/** By how many days an item begins before its sprint, and ends after it. */
export function outsideSprint(
  { sprint, start, end }: Pick<WorkItem, "sprint" | "start" | "end">,
  sprints: ReadonlyMap<string, SprintDays>,
): CoverageReason[] {
  const days = sprint === null ? undefined : sprints.get(sprint.id);
  if (days === undefined) return [];
  const reasons: CoverageReason[] = [];
  if (days.start !== null && start !== null && start < days.start)
    reasons.push({ rule: "starts-before-sprint", days: daysBetween(start, days.start) });
  if (days.end !== null && end !== null && end > days.end)
    reasons.push({ rule: "ends-after-sprint", days: daysBetween(days.end, end) });
  return reasons;
}
