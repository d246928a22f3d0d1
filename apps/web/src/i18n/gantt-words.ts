import type { IsoDate } from "@gantry/api-contract";
import type { GanttWords } from "@gantry/gantt";
import { daysBetween, weekdayOf, addDays } from "@gantry/schedule";
import type { WorkingDays } from "../lib/working-days.ts";
import type { Format } from "./format.ts";
import type { Words } from "./words.ts";

/** What the chart shows and says, in the reader's language. */
export function toGanttWords(speech: { words: Words; format: Format; workingDays: WorkingDays }): GanttWords {
  const { words, format, workingDays } = speech;
  const { plan, chart } = words;
  const span = (start: IsoDate, end: IsoDate) => words.workItems.span(format.weekday(start), format.weekday(end));
  const moved = (title: string, start: IsoDate, end: IsoDate) => {
    const length = workingDays.count({ start, end });
    return length === null
      ? plan.dropped(title, span(start, end))
      : chart.moved(title, span(start, end), chart.workingDays(length));
  };
  return {
    grid: plan.grid,
    chart: plan.chart,
    today: plan.today,
    expand: plan.expand,
    collapse: plan.collapse,
    month: format.monthAndYear,
    year: (day) => day.slice(0, 4),
    quarter: (day) => plan.quarter(Math.ceil(Number(day.slice(5, 7)) / 3), day.slice(0, 4)),
    week: (day) => plan.week(isoWeekOf(day)),
    shortDay: (day) => format.day(day),
    dayOfMonth,
    dragDates: moved,
    dragProgress: (title, progress) => plan.dragProgress(title, format.percent(progress)),
    picked: plan.picked,
    dropped: moved,
    droppedProgress: (title, progress) => plan.dragProgress(title, format.percent(progress)),
    cancelled: plan.dragCancelled,
    changedMeanwhile: chart.changedMeanwhile,
    selected: plan.selected,
    scale: (scale) => plan.scales[scale],
    linkFrom: chart.linkFrom,
    linkDraft: (from, to, type) =>
      to === null ? chart.linkNowhere(from) : chart.linkDraft(from, to, chart.linkTypes[type]),
    linked: (from, to, type) => chart.linked(from, to, chart.linkTypes[type]),
    offscreen: (title, start, end) => chart.offscreen(title, span(start, end)),
    resizeColumn: chart.resizeColumn,
    columnWidth: chart.columnWidth,
    columnMoved: chart.columnMoved,
    sorted: chart.sorted,
  };
}

function dayOfMonth(day: IsoDate): string {
  return String(Number(day.slice(8)));
}

/** Week of the year after ISO 8601: week 1 has the year's first Thursday. */
export function isoWeekOf(day: IsoDate): number {
  const thursday = addDays(day, 4 - (weekdayOf(day) || 7));
  const firstOfYear: IsoDate = `${Number(thursday.slice(0, 4))}-01-01`;
  return Math.floor(daysBetween(firstOfYear, thursday) / 7) + 1;
}
