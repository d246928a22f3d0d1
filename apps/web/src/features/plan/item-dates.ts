import type { IsoDate, WorkItem } from "@gantry/api-contract";

const FIRST_YEAR = "1970";
const LAST_YEAR = "2100";

export function isOverdue(item: WorkItem, today: IsoDate): boolean {
  return item.end !== null && item.end < today && item.status.phase !== "done";
}

/** Leaves that are late: a parent's dates are its items'. */
export function countOverdue(items: readonly WorkItem[], today: IsoDate): number {
  const parentIds = new Set(items.map(({ parentId }) => parentId));
  return items.filter((item) => !parentIds.has(item.id) && isOverdue(item, today)).length;
}

/** First and last day of a plan, but for days that can't be meant; null without any. */
export function spanOf(items: readonly WorkItem[]): { start: IsoDate; end: IsoDate } | null {
  let start: IsoDate | null = null;
  let end: IsoDate | null = null;
  for (const item of items) {
    for (const day of [item.start, item.end]) {
      if (day === null || isFar(day)) continue;
      if (start === null || day < start) start = day;
      if (end === null || day > end) end = day;
    }
  }
  return start === null || end === null ? null : { start, end };
}

/** A day that no plan means: an empty date of some system, or a slip of the pen. */
export function isFar(day: IsoDate): boolean {
  return day < FIRST_YEAR || day.slice(0, 4) > LAST_YEAR;
}
