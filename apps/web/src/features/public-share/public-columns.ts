import type { ShareHide } from "@gantry/api-contract";
import type { GanttCell, GanttColumn, GanttRow } from "@gantry/gantt";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { iconId } from "../../ui/icons/icons.ts";
import { statusIcons } from "../../ui/work-items/status-icon.tsx";
import type { PublicRow } from "./public-rows.ts";

const EMPTY: GanttCell = { text: "" };
const WIDTHS_PX = {
  title: 280,
  narrowTitle: 140,
  number: 88,
  status: 110,
  assignee: 110,
  day: 80,
  progress: 84,
} as const;

/** What stands beside a shared plan's chart; what is hidden has no column, and a phone has the title alone. */
export function toPublicColumns(options: {
  rowOf: (key: string) => PublicRow | undefined;
  hides: readonly ShareHide[];
  isNarrow: boolean;
  words: Words;
  format: Format;
}): GanttColumn[] {
  const { rowOf, hides, isNarrow, words, format } = options;
  const { fields } = words.workItems;
  const column = (id: string, width: number, cell: (row: PublicRow) => GanttCell): GanttColumn => ({
    id,
    header: fields[id] ?? id,
    width,
    align: "start",
    sort: null,
    cell: (row: GanttRow) => {
      const found = rowOf(row.id);
      return found === undefined ? EMPTY : cell(found);
    },
  });
  const title = column("title", isNarrow ? WIDTHS_PX.narrowTitle : WIDTHS_PX.title, ({ item, gantt }) => ({
    text: gantt.title,
    icon: iconId(item.shape),
    iconTone: "muted",
    iconLabel: words.workItems.types[item.type] ?? item.type,
  }));
  if (isNarrow) return [title];
  const day = (id: "start" | "end") =>
    column(id, WIDTHS_PX.day, ({ gantt }) => {
      const on = gantt[id];
      return on === null ? EMPTY : { text: format.day(on), tone: id === "end" && gantt.overdue ? "danger" : "muted" };
    });
  return [
    title,
    ...(hides.includes("numbers")
      ? []
      : [column("number", WIDTHS_PX.number, ({ item }) => ({ text: item.number ?? "", tone: "muted" }))]),
    column("status", WIDTHS_PX.status, ({ item: { status } }) => ({
      text: status.name,
      icon: iconId(statusIcons[status.phase]),
      iconTone: "muted",
      tone: "muted",
    })),
    ...(hides.includes("people")
      ? []
      : [column("assignee", WIDTHS_PX.assignee, ({ item }) => ({ text: item.assignee ?? "", tone: "muted" }))]),
    day("start"),
    day("end"),
    {
      ...column("progress", WIDTHS_PX.progress, ({ gantt }) => ({
        text: format.percent(gantt.progress),
        meter: gantt.progress,
        tone: "muted",
      })),
      align: "end",
    },
  ];
}

/** Pixels that the columns take together. */
export function widthOf(columns: readonly GanttColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}
