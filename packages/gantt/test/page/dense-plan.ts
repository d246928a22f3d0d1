import { addDays, type IsoDate } from "@gantry/schedule";
import type { GanttCategory, GanttColumn, GanttDayKind, GanttLink, GanttLinkType, GanttRow } from "../../src/types.ts";
import { row } from "./rows.ts";

/** A plan over five years that has everything a row can have: every other row near today, baselines, tails, a critical path. */
export function denseRows(count: number): GanttRow[] {
  return Array.from({ length: count }, (_, index) => {
    const isParent = index % 12 === 0;
    const isMilestone = index % 17 === 9;
    const start: IsoDate =
      index % 2 === 0 ? addDays("2026-04-06", ((index * 5) % 40) - 18) : addDays("2023-10-02", (index * 37) % 1_800);
    const end = addDays(start, isParent ? 40 : isMilestone ? 0 : 4 + (index % 13));
    return row(`i${index}`, {
      title: `Work item number ${index}`,
      shape: isParent ? "summary" : isMilestone ? "milestone" : "bar",
      start,
      end,
      progress: (index * 17) % 101,
      category: ((index % 8) + 1) as GanttCategory,
      level: isParent ? 1 : 2,
      expandable: isParent,
      expanded: isParent,
      overdue: index % 5 === 3,
      critical: index % 6 === 2,
      baseline: index % 3 === 0 ? null : { start: addDays(start, -4), end: addDays(end, -2) },
      lockedReason: isParent ? "Moves with its items" : null,
      muted: index % 41 === 13,
    });
  });
}

const TYPES = ["FS", "SS", "FF", "SF"] as const satisfies readonly GanttLinkType[];

/** A link for every fifth row: most to a row nearby, every seventh to one far away. */
export function denseLinks(count: number): GanttLink[] {
  return Array.from({ length: Math.floor(count / 5) }, (_, index) => {
    const from = index * 5 + 1;
    const to = index % 7 === 3 ? (from * 7_919) % count : Math.min(count - 1, from + 1 + (index % 4));
    return {
      id: `l${index}`,
      from: `i${from}`,
      to: `i${to}`,
      type: TYPES[index % 4] ?? "FS",
      critical: index % 6 === 1,
      broken: index % 8 === 5,
    };
  });
}

/** Six columns, every kind of cell. */
export const denseColumns: readonly GanttColumn[] = [
  column("title", 0, (item) => ({ text: item.title, icon: `icon-${item.shape}`, iconCategory: item.category })),
  column("status", 30, () => ({ text: "", icon: "icon-half", iconLabel: "In progress" })),
  column("person", 34, (item) => ({
    text: "",
    avatar: item.shape === "milestone" ? null : { initials: item.id.slice(-2), category: item.category },
  })),
  column("start", 50, (item) => ({ text: item.start?.slice(5) ?? "" })),
  column("end", 50, (item) => ({ text: item.end?.slice(5) ?? "", ...(item.overdue && { tone: "danger" }) })),
  column("progress", 76, (item) => ({ text: `${item.progress}%`, meter: item.progress })),
];

function column(id: string, width: number, cell: GanttColumn["cell"]): GanttColumn {
  return { id, header: id, width, align: "start", sort: null, cell };
}

/** Days that are not as their weekday says. */
export const holidays: Readonly<Record<IsoDate, GanttDayKind>> = {
  "2026-04-06": "holiday",
  "2026-05-01": "holiday",
  "2026-05-04": "holiday",
  "2026-05-05": "holiday",
  "2026-05-09": "working",
};
