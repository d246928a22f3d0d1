import type { PlanHealth } from "@gantry/api-contract";
import type { GanttColumn, GanttRow, GanttTone } from "@gantry/gantt";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { type IconName, iconId } from "../../ui/icons/icons.ts";
import { categoryOf } from "../../ui/initials.ts";
import type { PlanRow } from "./plan-rows.ts";

type Speech = { words: Words; format: Format };

/** Plans as rows of one chart, each in its project's colour. Nothing is dragged here: a plan's dates are its items'. */
export function toTimelineRows(rows: readonly PlanRow[], { words, format }: Speech): GanttRow[] {
  return rows.map(({ plan, project, rollUp }, index) => {
    const start = rollUp?.start ?? rollUp?.end ?? null;
    const end = rollUp?.end ?? rollUp?.start ?? null;
    const span =
      start === null || end === null
        ? words.overview.noDates
        : words.overview.span(format.longDay(start), format.longDay(end));
    return {
      id: plan.id,
      title: plan.name,
      description: format.list([plan.name, project.name, span, format.percent(rollUp?.progress ?? 0)]),
      heading: false,
      shape: start === null ? "none" : "bar",
      start,
      end,
      progress: rollUp?.progress ?? 0,
      category: categoryOf(project.id),
      level: 1,
      position: index + 1,
      siblings: rows.length,
      expandable: false,
      expanded: false,
      overdue: false,
      lockedReason: words.overview.timelineLocked,
      critical: false,
      baseline: null,
      muted: false,
    };
  });
}

const tones: Record<PlanHealth, GanttTone> = {
  late: "danger",
  "at-risk": "warning",
  stale: "faint",
  "on-track": "muted",
  empty: "faint",
};

/** Name, project, health and progress beside the chart; on a narrow page the name alone. */
export function toTimelineColumns(
  rows: readonly PlanRow[],
  { words, format, isNarrow }: Speech & { isNarrow: boolean },
): GanttColumn[] {
  const byId = new Map(rows.map((row) => [row.plan.id, row]));
  const { column } = words.overview;
  const name: GanttColumn = {
    id: "title",
    header: column.name,
    width: isNarrow ? 140 : 200,
    align: "start",
    sort: null,
    cell: ({ id, title }) => {
      const type = byId.get(id)?.plan.type ?? "gantt";
      const icon: IconName = type === "gantt" ? "gantt" : "mind-map";
      return { text: title, icon: iconId(icon), iconTone: "muted", iconLabel: words.overview.planType[type] };
    },
  };
  if (isNarrow) return [name];
  return [
    name,
    {
      id: "project",
      header: column.project,
      width: 126,
      align: "start",
      sort: null,
      cell: ({ id }) => ({ text: byId.get(id)?.project.name ?? "", tone: "muted" }),
    },
    {
      id: "health",
      header: column.health,
      width: 96,
      align: "start",
      sort: null,
      cell: ({ id }) => {
        const health = byId.get(id)?.rollUp?.health;
        if (health === undefined) return { text: "" };
        const icon: IconName = `health-${health}`;
        return {
          text: words.overview.health[health],
          icon: iconId(icon),
          iconTone: tones[health],
          tone: tones[health],
        };
      },
    },
    {
      id: "done",
      header: column.done,
      width: 96,
      align: "end",
      sort: null,
      cell: ({ progress }) => ({ text: format.percent(progress), meter: progress }),
    },
  ];
}
