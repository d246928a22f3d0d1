import type { PlanHealth } from "@gantry/api-contract";
import type { GanttCell, GanttColumn, GanttRow, GanttTone } from "@gantry/gantt";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { type IconName, iconId } from "../../ui/icons/icons.ts";
import { statusIcons } from "../../ui/work-items/status-icon.tsx";
import type { GroupLine } from "./plan-lines.ts";
import type { TimelineEntry } from "./timeline-entries.ts";

const tones: Record<PlanHealth, GanttTone> = {
  late: "danger",
  "at-risk": "warning",
  stale: "muted",
  "on-track": "muted",
  empty: "faint",
};
const EMPTY: GanttCell = { text: "" };
const WIDTHS_PX = { title: 216, narrowTitle: 140, project: 116, health: 104, done: 92 } as const;

/** Name, project, health and progress beside the chart; on a narrow page the name alone. */
export function toTimelineColumns(options: {
  entryOf: (id: string) => TimelineEntry | undefined;
  words: Words;
  format: Format;
  isNarrow: boolean;
  isGrouped: boolean;
}): GanttColumn[] {
  const { entryOf, words, format, isNarrow, isGrouped } = options;
  const { column } = words.overview;
  const drawing =
    (draw: (entry: TimelineEntry, row: GanttRow) => GanttCell) =>
    (row: GanttRow): GanttCell => {
      const entry = entryOf(row.id);
      return entry === undefined ? EMPTY : draw(entry, row);
    };
  const of = (id: string, rest: Omit<GanttColumn, "id" | "sort" | "align"> & Partial<GanttColumn>): GanttColumn => ({
    id,
    sort: null,
    align: "start",
    ...rest,
  });
  const name = of("title", {
    header: column.name,
    width: isNarrow ? WIDTHS_PX.narrowTitle : WIDTHS_PX.title,
    cell: drawing((entry, { title }) => nameCell(entry, { title, words, isNarrow })),
  });
  if (isNarrow) return [name];
  const project = of("project", {
    header: column.project,
    width: WIDTHS_PX.project,
    cell: drawing((entry) => (entry.kind === "plan" ? { text: entry.row.project.name, tone: "muted" } : EMPTY)),
  });
  const health = of("health", {
    header: column.health,
    width: WIDTHS_PX.health,
    cell: drawing((entry) => healthCell(entry, words)),
  });
  const done = of("done", {
    header: column.done,
    width: WIDTHS_PX.done,
    align: "end",
    cell: drawing((entry, { progress }) =>
      entry.kind === "note" ? EMPTY : { text: format.percent(progress), meter: progress, tone: "muted" },
    ),
  });
  return isGrouped ? [name, health, done] : [name, project, health, done];
}

function nameCell(
  entry: TimelineEntry,
  { title, words, isNarrow }: { title: string; words: Words; isNarrow: boolean },
): GanttCell {
  if (entry.kind === "item") {
    return {
      text: title,
      icon: iconId(entry.item.shape),
      iconTone: "muted",
      iconLabel: words.workItems.types[entry.item.type] ?? entry.item.type,
    };
  }
  if (entry.kind === "note") return { text: title, tone: entry.note === "failed" ? "warning" : "muted" };
  if (entry.kind === "group") return { text: title };
  const { plan, rollUp } = entry.row;
  // Where health has no column of its own, its shape takes the type's place.
  if (isNarrow && rollUp !== null && (rollUp.health === "late" || rollUp.health === "at-risk"))
    return { text: title, ...healthSign(rollUp.health), iconLabel: words.overview.health[rollUp.health] };
  const icon: IconName = plan.type === "gantt" ? "gantt" : "mind-map";
  return { text: title, icon: iconId(icon), iconTone: "muted", iconLabel: words.overview.planType[plan.type] };
}

function healthCell(entry: TimelineEntry, words: Words): GanttCell {
  if (entry.kind === "item") {
    const { status } = entry.item;
    return { text: status.name, icon: iconId(statusIcons[status.phase]), iconTone: "muted", tone: "muted" };
  }
  if (entry.kind === "group") return groupCell(entry, words);
  if (entry.kind !== "plan" || entry.row.rollUp === null) return EMPTY;
  const { health } = entry.row.rollUp;
  return { text: words.overview.health[health], ...healthSign(health), tone: tones[health] };
}

/** The worst that a project's plans are, and how many of them. */
function groupCell({ group, totals }: GroupLine, words: Words): GanttCell {
  if (group.error !== null) return { text: words.overview.groupFailed, icon: iconId("clock"), tone: "warning" };
  const worst = (["late", "at-risk"] as const).find((health) => totals.byHealth[health] > 0);
  if (worst === undefined) return EMPTY;
  const text = `${totals.byHealth[worst]} ${words.overview.healthCount[worst]}`;
  return { text, ...healthSign(worst), tone: tones[worst] };
}

function healthSign(health: PlanHealth): Pick<GanttCell, "icon" | "iconTone"> {
  return { icon: iconId(`health-${health}`), iconTone: tones[health] };
}
