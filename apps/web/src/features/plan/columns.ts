import type { IsoDate } from "@gantry/api-contract";
import type { GanttCell, GanttColumn, GanttRow, GanttTone } from "@gantry/gantt";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { iconId } from "../../ui/icons/icons.ts";
import { categoryOf, initialsOf } from "../../ui/initials.ts";
import { statusIcons } from "../../ui/work-items/status-icon.tsx";
import type { PlanRow } from "./plan-rows.ts";
import { SHAPE_CATEGORIES } from "./colour-by.ts";
import { COLUMN_KEYS, type ColumnKey } from "./plan-search.ts";

export type ColumnsInput = {
  rowOf: (id: string) => PlanRow | undefined;
  keys: readonly ColumnKey[];
  /** Narrow: a status is its glyph, without the name. */
  sizing: ColumnSizing;
  titleWidth: number;
  today: IsoDate;
  words: Words;
  format: Format;
};

const EMPTY: GanttCell = { text: "" };
const WIDTHS: Record<ColumnKey, number> = {
  number: 58,
  type: 62,
  status: 106,
  assignee: 34,
  priority: 72,
  sprint: 84,
  start: 58,
  end: 58,
  progress: 84,
};
const NARROW_STATUS_PX = 30;
const DAY_AND_YEAR_PX = 86;
const PX_PER_DIGIT = 7.2;
const MOST_NUMBER_PX = 132;
const PHASE_TONES: Record<PlanRow["item"]["status"]["phase"], GanttTone> = {
  todo: "muted",
  doing: "accent",
  done: "positive",
};

/** The tree-grid's columns: the title, then the chosen ones. */
export function toColumns(input: ColumnsInput): GanttColumn[] {
  const { words } = input;
  const cellOf = (read: (row: PlanRow) => GanttCell) => (ganttRow: GanttRow) => {
    const row = input.rowOf(ganttRow.id);
    return row === undefined ? EMPTY : read(row);
  };
  const title: GanttColumn = {
    id: "title",
    header: words.workItems.fields["title"] ?? "",
    width: input.titleWidth,
    align: "start",
    sort: null,
    cell: cellOf(({ item }) => ({
      text: item.title,
      icon: iconId(item.shape),
      iconCategory: SHAPE_CATEGORIES[item.shape],
      iconLabel: words.workItems.types[item.type] ?? item.type,
    })),
  };
  const chosen = COLUMN_KEYS.filter((key) => input.keys.includes(key)).map((key): GanttColumn => {
    const isGlyph = key === "status" && input.sizing.narrow;
    return {
      id: key,
      header: words.workItems.fields[key] ?? "",
      headerHidden: key === "assignee" || isGlyph,
      width: widthOf(key, input.sizing),
      align: "start",
      sort: null,
      cell: cellOf((row) => cellFor(key, row, { ...input, isGlyph })),
    };
  });
  return [title, ...chosen];
}

/** What the columns' widths depend on: room for a status's name, how long numbers are, whether days carry a year. */
export type ColumnSizing = { narrow: boolean; numberLength: number; hasYears: boolean };

/** Pixels that the chosen columns take beside the title. */
export function widthOfColumns(keys: readonly ColumnKey[], sizing: ColumnSizing): number {
  return keys.reduce((sum, key) => sum + widthOf(key, sizing), 0);
}

function widthOf(key: ColumnKey, { narrow, numberLength, hasYears }: ColumnSizing): number {
  if (key === "number") return Math.min(MOST_NUMBER_PX, Math.max(WIDTHS.number, numberLength * PX_PER_DIGIT + 16));
  if ((key === "start" || key === "end") && hasYears) return DAY_AND_YEAR_PX;
  return key === "status" && narrow ? NARROW_STATUS_PX : WIDTHS[key];
}

function cellFor(key: ColumnKey, row: PlanRow, input: ColumnsInput & { isGlyph: boolean }): GanttCell {
  const { item } = row;
  const { words, format, isGlyph } = input;
  switch (key) {
    case "number":
      return { text: item.number, tone: "muted" };
    case "type":
      return { text: words.workItems.types[item.type] ?? item.type, tone: "muted" };
    case "status": {
      const icon = { icon: iconId(statusIcons[item.status.phase]), iconTone: PHASE_TONES[item.status.phase] };
      return isGlyph ? { text: "", ...icon, iconLabel: item.status.name } : { text: item.status.name, ...icon };
    }
    case "assignee":
      return assigneeCell(item);
    case "priority":
      return { text: item.priority?.name ?? "", tone: "muted" };
    case "sprint":
      return { text: item.sprint?.name ?? "", tone: "muted" };
    case "start":
      return dayCell(row.start, { ...input, isLate: false, isWrong: isInverted(row) || item.badDates !== undefined });
    case "end":
      return dayCell(row.end, { ...input, isLate: row.overdue, isWrong: isInverted(row) });
    case "progress":
      return {
        text: format.percent(row.progress),
        meter: row.progress,
        tone: row.progress === 0 ? "faint" : "muted",
      };
  }
}

/** A disc with initials; nobody is a dashed one. The row's own name says who. */
function assigneeCell({ assignee }: PlanRow["item"]): GanttCell {
  if (assignee === null) return { text: "", avatar: null };
  return { text: "", avatar: { initials: initialsOf(assignee.name), category: categoryOf(assignee.id) } };
}

function dayCell(
  day: IsoDate | null,
  { format, today, isLate, isWrong }: ColumnsInput & { isLate: boolean; isWrong: boolean },
): GanttCell {
  if (day === null) return { text: "–", tone: isWrong ? "warning" : "faint" };
  return { text: format.day(day, { near: today }), tone: isLate ? "danger" : isWrong ? "warning" : "default" };
}

function isInverted({ start, end }: PlanRow): boolean {
  return start !== null && end !== null && end < start;
}
