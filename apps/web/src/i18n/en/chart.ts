import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");

/** What the chart says while something is moved, linked or resized. */
export const chart = {
  linkTypes: {
    FS: "finish to start",
    SS: "start to start",
    FF: "finish to finish",
    SF: "start to finish",
  },
  workingDays: (count: number) => plural(count, { one: "1 working day", other: "# working days" }),
  moved: (title: string, span: string, length: string) => `${title}: ${span}, ${length}`,
  changedMeanwhile: (title: string) => `${title} changed meanwhile. Nothing was moved.`,
  linkFrom: (title: string) =>
    `Link from ${title}. Up and Down choose the other item, T changes the type, Enter draws it, Escape cancels.`,
  linkDraft: (from: string, to: string, type: string) => `${from} to ${to}, ${type}`,
  linkNowhere: (from: string) => `${from} to …`,
  linked: (from: string, to: string, type: string) => `${from} linked to ${to}, ${type}`,
  offscreen: (title: string, span: string) => `${title}, ${span}, out of view`,
  resizeColumn: (header: string) => `Width of ${header}`,
  columnWidth: (header: string, width: number) => `${header}, ${number(width)} pixels wide`,
  sorted: (header: string | null, direction: "ascending" | "descending") =>
    header === null ? "In the plan's own order" : `Sorted by ${header}, ${direction}`,
  columnMoved: (header: string, position: number, count: number) => `${header} is column ${position} of ${count}`,
  locked: {
    summary: "Its dates come from its items. Move those.",
    inverted: "It ends before it starts. Set its dates with Edit.",
    closed: "It is closed. Reopen it to change its dates.",
    heading: "It is a group's heading, not an item.",
  },
};
