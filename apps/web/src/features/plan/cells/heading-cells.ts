import type { GanttCell } from "@gantry/gantt";
import { iconId } from "../../../ui/icons/icons.ts";
import { categoryOf, initialsOf } from "../../../ui/initials.ts";
import { statusIcons } from "../../../ui/work-items/status-icon.tsx";
import { SHAPE_CATEGORIES } from "../colour-by.ts";
import { sayFieldValue } from "../field-values.ts";
import type { HeadingRow } from "../plan-rows.ts";
import type { ColumnKey } from "../plan-search.ts";
import { type CellSpeech, dayCell, progressCell } from "./item-cells.ts";

/** A group's name with how many items it has, and how many of them are overdue. */
export function headingTitleCell(row: HeadingRow, { words }: CellSpeech): GanttCell {
  const { group, count, overdueCount } = row;
  const parts = [sayFieldValue(group.name, { key: group.key, words }), words.plan.groupCount(count)];
  if (overdueCount > 0) parts.push(words.plan.overdueCount(overdueCount));
  return { text: parts.join(" · "), ...signOf(row) };
}

/** The sums of a group, in the columns that have some. */
export function headingCell(row: HeadingRow, { key, ...speech }: CellSpeech & { key: ColumnKey }): GanttCell {
  switch (key) {
    case "start":
      return dayCell(row.start, { ...speech, isLate: false, isWrong: false });
    case "end":
      return dayCell(row.end, { ...speech, isLate: false, isWrong: false });
    case "progress":
      return progressCell(row.progress, speech);
    default:
      return { text: "" };
  }
}

/** What the group's value is drawn with in its items' rows too. */
function signOf({ group: { key, name, sample } }: HeadingRow): Partial<GanttCell> {
  if (key === "assignee") {
    const { assignee } = sample;
    if (assignee === null) return { avatar: null };
    return { avatar: { initials: initialsOf(assignee.name), category: categoryOf(assignee.id) } };
  }
  if (name === null) return {};
  if (key === "status") return { icon: iconId(statusIcons[sample.status.phase]), iconTone: "muted" };
  return key === "type" ? { icon: iconId(sample.shape), iconCategory: SHAPE_CATEGORIES[sample.shape] } : {};
}
