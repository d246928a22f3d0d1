import type { IsoDate } from "@gantry/api-contract";
import type { GanttCell, GanttTone } from "@gantry/gantt";
import type { Format } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/words.ts";
import { iconId } from "../../../ui/icons/icons.ts";
import { categoryOf, initialsOf } from "../../../ui/initials.ts";
import { statusIcons } from "../../../ui/work-items/status-icon.tsx";
import { SHAPE_CATEGORIES } from "../colour-by.ts";
import type { PlanLayers } from "../plan-layers.ts";
import type { ItemRow } from "../plan-rows.ts";
import type { ColumnKey } from "../plan-search.ts";

export type CellSpeech = {
  problems: ReadonlyMap<string, readonly string[]>;
  shiftOf: PlanLayers["shiftOf"];
  today: IsoDate;
  words: Words;
  format: Format;
};

const PHASE_TONES: Record<ItemRow["item"]["status"]["phase"], GanttTone> = {
  todo: "muted",
  doing: "accent",
  done: "positive",
};

/** Type and title; a warning in the type's place where the item's data can't be right. */
export function itemTitleCell({ item }: ItemRow, { problems, words }: CellSpeech): GanttCell {
  const type = words.workItems.types[item.type] ?? item.type;
  const wrong = problems.get(item.id);
  if (wrong !== undefined) {
    const iconLabel = [type, ...wrong].join(words.plan.describe.comma);
    return { text: item.title, icon: iconId("health-at-risk"), iconTone: "warning", iconLabel };
  }
  return { text: item.title, icon: iconId(item.shape), iconCategory: SHAPE_CATEGORIES[item.shape], iconLabel: type };
}

/** One field of a work item. `isGlyph`: the column has room for a sign only. */
export function itemCell(row: ItemRow, speech: CellSpeech & { key: ColumnKey; isGlyph: boolean }): GanttCell {
  const { item } = row;
  const { words, isGlyph } = speech;
  switch (speech.key) {
    case "number":
      return { text: item.number, tone: "muted" };
    case "type":
      return { text: words.workItems.types[item.type] ?? item.type, tone: "muted" };
    case "status": {
      const icon = { icon: iconId(statusIcons[item.status.phase]), iconTone: PHASE_TONES[item.status.phase] };
      return isGlyph ? { text: "", ...icon, iconLabel: item.status.name } : { text: item.status.name, ...icon };
    }
    case "assignee":
      return assigneeCell(item, { isGlyph, words });
    case "priority":
      return { text: item.priority?.name ?? "", tone: "muted" };
    case "sprint":
      return { text: item.sprint?.name ?? "", tone: "muted" };
    case "start":
      return dayCell(row.start, { ...speech, isLate: false, isWrong: isWrong(row) });
    case "end":
      return dayCell(row.end, { ...speech, isLate: row.overdue, isWrong: isWrong(row) });
    case "progress":
      return progressCell(row.progress, speech);
    case "shift": {
      const shift = speech.shiftOf(item.id);
      return shift === null ? { text: "" } : { text: shift.short, tone: shift.late ? "danger" : "muted" };
    }
  }
}

export function progressCell(progress: number, { format }: Pick<CellSpeech, "format">): GanttCell {
  return { text: format.percent(progress), meter: progress, tone: progress === 0 ? "faint" : "muted" };
}

export function dayCell(
  day: IsoDate | null,
  { format, today, isLate, isWrong }: Pick<CellSpeech, "format" | "today"> & { isLate: boolean; isWrong: boolean },
): GanttCell {
  if (day === null) return { text: "–", tone: isWrong ? "warning" : "faint" };
  return { text: format.day(day, { near: today }), tone: isLate ? "danger" : isWrong ? "warning" : "default" };
}

/** A disc with initials; nobody is a dashed one. The row's own name says who. */
function assigneeCell(
  { assignee }: ItemRow["item"],
  { isGlyph, words }: { isGlyph: boolean; words: Words },
): GanttCell {
  if (assignee === null) return { text: isGlyph ? "" : words.workItems.unassigned, tone: "faint", avatar: null };
  const avatar = { initials: initialsOf(assignee.name), category: categoryOf(assignee.id) };
  return { text: isGlyph ? "" : assignee.name, avatar };
}

function isWrong({ start, end, item }: ItemRow): boolean {
  return item.badDates !== undefined || (start !== null && end !== null && end < start);
}
