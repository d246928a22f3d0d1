import type { GanttRow } from "@gantry/gantt";
import {
  pagesOf,
  posterDaysOff,
  posterHead,
  type PosterData,
  type PosterLayout,
  type PosterRow,
} from "@gantry/gantt/poster";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { type IconName, iconId, icons } from "../../ui/icons/icons.ts";
import type { ExportSource } from "./export-source.ts";

/** Everything of a drawing but its rows. */
export function toPosterFrame(
  source: ExportSource,
  { layout, words, format, locale }: { layout: PosterLayout; words: Words; format: Format; locale: string },
): Omit<PosterData, "rows"> {
  const { takeAway } = words;
  const items = source.rows.filter((row) => !row.heading).length;
  const [rows, columns] = [layout.pageRows.length, layout.pageColumns.length];
  return {
    title: source.plan.name,
    subtitle: takeAway.workItems(source.plan.projectName, words.common.workItems(items)),
    madeOn: format.longDay(source.today),
    locale,
    links: source.links,
    columns: source.columns.map(({ header, width, align }) => ({ header, width, align })),
    sprints: source.sprints,
    today: source.today,
    daysOff: posterDaysOff(layout, source.dayKind),
    head: posterHead(layout, source.ganttWords),
    legend: source.legend,
    icons: ICONS,
    words: {
      today: `${source.ganttWords.today} ${source.ganttWords.dayOfMonth(source.today)}`,
      overdue: takeAway.overdue,
      critical: takeAway.critical,
      baseline: takeAway.baseline,
    },
    pageTexts: pagesOf(layout).map(({ row, column, number }) => {
      const page = takeAway.page(number + 1, rows * columns);
      if (rows === 1 || columns === 1) return rows * columns === 1 ? "" : page;
      return `${page} · ${takeAway.pagePlace(row + 1, rows, column + 1, columns)}`;
    }),
  };
}

const ICONS: PosterData["icons"] = Object.fromEntries(
  Object.keys(icons).map((name) => [iconId(name as IconName), icons[name as IconName]]),
);

/** A row with the texts of its cells; plain, so that it can be sent to a worker. */
export function toPosterRow(row: GanttRow, source: ExportSource): PosterRow {
  const cells = source.columns.map((column) => {
    const { iconLabel: _label, ...cell } = column.cell(row);
    return cell;
  });
  // Read out, not drawn; and a description is dear to make.
  const unread = { description: "", lockedReason: null };
  return { ...pick(row), ...unread, cells };
}

function pick(row: GanttRow): Omit<GanttRow, "description" | "lockedReason"> {
  const { id, title, heading, shape, start, end, progress, category, level, position, siblings } = row;
  const { expandable, expanded, overdue, critical, baseline, muted } = row;
  const place = { level, position, siblings, expandable, expanded };
  return { id, title, heading, shape, start, end, progress, category, ...place, overdue, critical, baseline, muted };
}
