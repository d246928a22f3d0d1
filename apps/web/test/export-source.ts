import type { WorkItem } from "@gantry/api-contract";
import type { GanttColumn, GanttRow } from "@gantry/gantt";
import type { ExportSource } from "../src/features/export/export-source.ts";
import { en } from "../src/i18n/en/index.ts";
import { formatOf } from "../src/i18n/format.ts";
import { toGanttWords } from "../src/i18n/gantt-words.ts";
import { defaultCalendar } from "../src/lib/settings.ts";
import { createWorkingDays } from "../src/lib/working-days.ts";

const workingDays = createWorkingDays(defaultCalendar);

/** A plan of these items, each a row without children, as the page would hand it to the export. */
export function exportSource(items: readonly WorkItem[], changes: Partial<ExportSource> = {}): ExportSource {
  const byId = new Map(items.map((item) => [item.id, item]));
  const title: GanttColumn = {
    id: "title",
    header: "Title",
    width: 280,
    align: "start",
    sort: null,
    cell: (row) => ({ text: row.title }),
  };
  return {
    plan: { name: "Release 4.2", projectId: "8e70d806a8f04d018ea6af6b6ffe7b96", projectName: "Mobile banking" },
    today: "2026-11-22",
    scale: "week",
    rows: items.map((item, index) => exportRow(item, { position: index + 1, siblings: items.length })),
    columns: [title],
    itemOf: (id) => byId.get(id),
    links: [],
    sprints: [],
    dayKind: workingDays.kindOf,
    workingDays: workingDays.count,
    ganttWords: toGanttWords({ words: en, format: formatOf("en"), workingDays }),
    legend: [{ name: "In progress", category: 1 }],
    ...changes,
  };
}

export function exportRow(item: WorkItem, changes: Partial<GanttRow> = {}): GanttRow {
  return {
    id: item.id,
    title: item.title,
    description: "",
    heading: false,
    shape: item.start === null && item.end === null ? "none" : "bar",
    start: item.start,
    end: item.end,
    progress: item.progress,
    category: 1,
    level: 1,
    position: 1,
    siblings: 1,
    expandable: false,
    expanded: false,
    overdue: false,
    lockedReason: null,
    critical: false,
    baseline: null,
    muted: false,
    ...changes,
  };
}
