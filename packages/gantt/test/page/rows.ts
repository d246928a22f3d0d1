import { addDays, type IsoDate } from "@gantry/schedule";
import type { GanttCategory, GanttLink, GanttRow } from "../../src/types.ts";

/** A row with everything that a test does not care about. */
export function row(id: string, over: Partial<GanttRow> = {}): GanttRow {
  const title = over.title ?? `Item ${id}`;
  return {
    id,
    title,
    description: `${title}, described`,
    shape: "bar",
    start: "2026-04-06",
    end: "2026-04-10",
    progress: 0,
    category: 1,
    level: 1,
    expandable: false,
    expanded: false,
    overdue: false,
    heading: false,
    position: 1,
    siblings: 1,
    lockedReason: null,
    critical: false,
    baseline: null,
    muted: false,
    ...over,
  };
}

/** A believable plan of `count` rows over about two years: every tenth row a parent, some milestones, some without dates. */
export function manyRows(count: number): GanttRow[] {
  return Array.from({ length: count }, (_, index) => {
    const start: IsoDate = addDays("2026-01-05", (index * 37) % 640);
    const isParent = index % 10 === 0;
    const isMilestone = index % 23 === 7;
    const isUndated = index % 29 === 11;
    return row(`i${index}`, {
      title: `Work item number ${index}`,
      shape: isUndated ? "none" : isParent ? "summary" : isMilestone ? "milestone" : "bar",
      start: isUndated ? null : start,
      end: isUndated ? null : addDays(start, isParent ? 60 : isMilestone ? 0 : 3 + (index % 17)),
      progress: (index * 13) % 101,
      category: ((index % 8) + 1) as GanttCategory,
      level: isParent ? 1 : 2,
      expandable: isParent,
      expanded: isParent,
      overdue: index % 31 === 3,
      lockedReason: isParent ? "Moves with its items" : null,
    });
  });
}

/** A parent and its children, in one group. */
export function family(childCount: number): GanttRow[] {
  const children = Array.from({ length: childCount }, (_, index) =>
    row(`c${index}`, { level: 2, position: index + 1, siblings: childCount }),
  );
  return [row("p", { expandable: true, expanded: true, shape: "summary" }), ...children];
}

/** Every fifth row linked to the one three below. */
export function manyLinks(count: number): GanttLink[] {
  return Array.from({ length: Math.floor((count - 4) / 5) }, (_, index) => ({
    id: `l${index}`,
    from: `i${index * 5 + 1}`,
    to: `i${index * 5 + 4}`,
    type: "FS" as const,
    critical: index % 9 === 0,
    broken: false,
  }));
}
