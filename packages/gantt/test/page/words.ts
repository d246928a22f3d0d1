import { toDayNumber, type IsoDate } from "@gantry/schedule";
import type { GanttWords } from "../../src/words.ts";

const formats = {
  month: new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }),
  shortDay: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }),
};

function instantOf(day: IsoDate): number {
  return toDayNumber(day) * 86_400_000;
}

function weekOfYear(day: IsoDate): number {
  const thursday = toDayNumber(day) + 3 - ((((toDayNumber(day) + 3) % 7) + 7) % 7);
  const year = new Date(thursday * 86_400_000).getUTCFullYear();
  return 1 + Math.floor((thursday - Date.UTC(year, 0, 1) / 86_400_000) / 7);
}

/** English words for the test page; the product's are in the web app. */
export const englishWords: GanttWords = {
  grid: "Work items",
  chart: "Gantt chart",
  today: "Today",
  expand: "Expand",
  collapse: "Collapse",
  month: (day) => formats.month.format(instantOf(day)),
  year: (day) => day.slice(0, 4),
  quarter: (day) => `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`,
  week: (day) => `W${weekOfYear(day)}`,
  shortDay: (day) => formats.shortDay.format(instantOf(day)),
  dayOfMonth: (day) => String(Number(day.slice(8))),
  dragDates: (title, start, end) => `${title}: ${start} to ${end}`,
  dragProgress: (title, progress) => `${title}: ${progress}%`,
  picked: (title) => `${title} picked up`,
  dropped: (title, start, end) => `${title} dropped: ${start} to ${end}`,
  scale: (scale) => scale,
  droppedProgress: (title, progress) => `${title} set to ${progress}%`,
  cancelled: "Cancelled, nothing changed",
  changedMeanwhile: (title) => `${title} changed meanwhile, nothing was moved`,
  linkFrom: (title) => `Link from ${title}`,
  linkDraft: (from, to, type) => `${from} to ${to ?? "nothing"}, ${type}`,
  linked: (from, to, type) => `${from} linked to ${to}, ${type}`,
  offscreen: (title, start, end) => `${title}: ${start} to ${end}, out of view`,
  resizeColumn: (header) => `Width of ${header}`,
  columnWidth: (header, width) => `${header} ${width} pixels wide`,
  sorted: (header, direction) => (header === null ? "In the plan's own order" : `Sorted by ${header}, ${direction}`),
  columnMoved: (header, position, count) => `${header} is column ${position} of ${count}`,
  selected: (count) => `${count} selected`,
};
