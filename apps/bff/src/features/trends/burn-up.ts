import type { EpochMs, TrendPoint, WorkItem } from "@gantry/api-contract";
import type { IsoDate } from "@gantry/schedule";
import { dayEndMs } from "./plan-days.ts";
import type { Stretch } from "./status-timeline.ts";

/** A leaf with what is known of its past; null = nothing is known before now. */
export type PastOfItem = { item: Pick<WorkItem, "status" | "createdAt">; stretches: readonly Stretch[] | null };

/**
 * How many of today's leaves were there, and how many of those done, at the end of each day; today: now. Which items were
 * on a plan then is told by nobody, so it is always today's. A leaf without a creation time counts from the start.
 * @param days in order; the last one is today
 */
export function burnUp(pasts: readonly PastOfItem[], { days, nowMs }: { days: readonly IsoDate[]; nowMs: EpochMs }) {
  const ends = days.map((day, index) => (index === days.length - 1 ? nowMs : dayEndMs(day)));
  const counts = days.map(() => ({ scope: 0, done: 0, unknown: 0 }));
  for (const { item, stretches } of pasts) {
    let at = 0;
    for (const [index, count] of counts.entries()) {
      const endMs = ends[index] ?? nowMs;
      const isNow = index === counts.length - 1;
      if (!isNow && item.createdAt !== null && item.createdAt > endMs) continue;
      count.scope += 1;
      while (stretches !== null && (stretches[at + 1]?.fromMs ?? Number.POSITIVE_INFINITY) <= endMs) at += 1;
      const stretch = stretches?.[at];
      const isKnown = stretch !== undefined && stretch.fromMs <= endMs;
      const isDone = isNow ? item.status.phase === "done" : isKnown ? stretch.isDone : null;
      if (isDone === null) count.unknown += 1;
      else if (isDone) count.done += 1;
    }
  }
  const hasRecords = pasts.some(({ stretches }) => stretches !== null);
  return days.map((day, index): TrendPoint => {
    const count = counts[index] ?? { scope: 0, done: 0, unknown: 0 };
    if (index === days.length - 1) return { day, ...count, source: "now" };
    const isTold = count.unknown < count.scope || count.scope === 0;
    return { day, ...count, source: isTold && hasRecords ? "records" : "none" };
  });
}
