import type { IsoDate, PlanHealth } from "@gantry/api-contract";
import type { GanttRow } from "@gantry/gantt";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { sayHealth } from "../../i18n/say-health.ts";
import type { ItemEntry, NoteEntry, PlanEntry, TimelineEntry } from "./timeline-entries.ts";
import type { GroupLine } from "./plan-lines.ts";

export type TimelineSpeech = { words: Words; format: Format; today: IsoDate };

const GREY = 8;
const DONE_GREEN = 3;
const BLUE = 1;

const alarms: Partial<Record<PlanHealth, "danger" | "warning">> = { late: "danger", "at-risk": "warning" };

/** Projects, plans and items as rows of one chart. Nothing is dragged here: a plan's dates are its items'. */
export function toTimelineRows(entries: readonly TimelineEntry[], speech: TimelineSpeech): GanttRow[] {
  return entries.map((entry) => ({ ...sameForAll, id: entry.id, ...entry.place, ...fieldsOf(entry, speech) }));
}

type Fields = Pick<GanttRow, "title" | "description" | "lockedReason"> & Partial<GanttRow>;

const sameForAll = {
  heading: false,
  shape: "none",
  start: null,
  end: null,
  progress: 0,
  category: GREY,
  expandable: false,
  expanded: false,
  overdue: false,
  critical: false,
  baseline: null,
  muted: false,
} as const satisfies Partial<GanttRow>;

function fieldsOf(entry: TimelineEntry, speech: TimelineSpeech): Fields {
  switch (entry.kind) {
    case "group":
      return groupFields(entry, speech);
    case "plan":
      return planFields(entry, speech);
    case "item":
      return itemFields(entry, speech);
    case "note":
      return noteFields(entry, speech);
  }
}

function groupFields({ group, isFolded, totals }: GroupLine, { words, format }: TimelineSpeech): Fields {
  const { overview } = words;
  const counts = (["late", "at-risk"] as const).flatMap((health) =>
    totals.byHealth[health] === 0 ? [] : [`${format.number(totals.byHealth[health])} ${overview.healthCount[health]}`],
  );
  const count = totals.plans === 0 ? overview.groupNoPlans : overview.groupPlans(totals.plans);
  const failed = group.error === null ? [] : [words.errors[group.error.code]];
  return {
    title: [group.project.name, count].join(" · "),
    description: format.list([group.project.name, count, ...counts, ...failed]),
    heading: true,
    lockedReason: words.chart.locked.heading,
    expandable: totals.plans > 0,
    expanded: totals.plans > 0 && !isFolded,
    progress: totals.progress,
  };
}

function planFields({ row, isExpanded }: PlanEntry, { words, format }: TimelineSpeech): Fields {
  const { plan, project, rollUp } = row;
  const start = rollUp?.start ?? rollUp?.end ?? null;
  const end = rollUp?.end ?? rollUp?.start ?? null;
  const alarm = rollUp === null ? undefined : alarms[rollUp.health];
  return {
    title: plan.name,
    description: format.list([
      plan.name,
      project.name,
      ...(rollUp === null ? [words.overview.itemsUnread] : [sayHealth(rollUp, words)]),
      saySpan({ start, end }, { words, format }),
      format.percent(rollUp?.progress ?? 0),
    ]),
    shape: start === null ? "none" : "bar",
    start,
    end,
    progress: rollUp?.progress ?? 0,
    alarm: alarm ?? null,
    lockedReason: words.overview.timelineLocked,
    expandable: true,
    expanded: isExpanded,
  };
}

function itemFields({ item, rollUp, isParent, isExpanded }: ItemEntry, speech: TimelineSpeech): Fields {
  const { words, format, today } = speech;
  const isDone = item.status.phase === "done";
  const { start, end } = rollUp;
  const overdue = !isParent && !isDone && end !== null && end < today;
  return {
    title: item.title,
    description: format.list([
      item.title,
      words.workItems.types[item.type] ?? item.type,
      item.status.name,
      item.assignee?.name ?? words.workItems.unassigned,
      saySpan({ start, end }, speech),
      format.percent(rollUp.progress),
      ...(overdue ? [words.overview.column.overdue] : []),
    ]),
    shape: start === null && end === null ? "none" : isParent ? "summary" : "bar",
    start,
    end,
    progress: rollUp.progress,
    category: isDone ? DONE_GREEN : item.status.phase === "doing" ? BLUE : GREY,
    overdue,
    lockedReason: words.overview.timelineLocked,
    expandable: isParent,
    expanded: isParent && isExpanded,
  };
}

function noteFields({ note }: NoteEntry, { words }: TimelineSpeech): Fields {
  const text = words.overview.timelineItems[note];
  return { title: text, description: text, muted: true, lockedReason: words.overview.timelineLocked };
}

function saySpan(
  { start, end }: { start: IsoDate | null; end: IsoDate | null },
  { words, format }: Pick<TimelineSpeech, "words" | "format">,
): string {
  if (start === null || end === null) return words.overview.noDates;
  return words.overview.span(format.longDay(start), format.longDay(end));
}
