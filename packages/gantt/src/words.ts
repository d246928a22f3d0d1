import type { IsoDate } from "@gantry/schedule";
import type { GanttLinkDraft, GanttScale } from "./types.ts";

/** Words that the engine shows or says; the caller translates them. */
export type GanttWords = {
  /** Accessible names of the tree-grid and of the chart. */
  grid: string;
  chart: string;
  today: string;
  expand: string;
  collapse: string;
  month: (day: IsoDate) => string; // "April 2026"
  year: (day: IsoDate) => string;
  quarter: (day: IsoDate) => string;
  week: (day: IsoDate) => string; // "W14"
  shortDay: (day: IsoDate) => string; // "6 Apr"
  dayOfMonth: (day: IsoDate) => string; // "6"
  scale: (scale: GanttScale) => string;
  /** Dates under the pointer or after a key, with their length in working days. */
  dragDates: (title: string, start: IsoDate, end: IsoDate) => string;
  dragProgress: (title: string, progress: number) => string;
  /** Says that a bar is picked up, and the keys that move and drop it. */
  picked: (title: string) => string;
  dropped: (title: string, start: IsoDate, end: IsoDate) => string;
  droppedProgress: (title: string, progress: number) => string;
  cancelled: string;
  /** The item changed while it was being moved: nothing was sent. */
  changedMeanwhile: (title: string) => string;
  selected: (count: number) => string;
  /** Says that a link is being drawn from an item, and the keys that choose its end and type. */
  linkFrom: (title: string) => string;
  /** A link under the pointer or the keys; `to` is null while it ends nowhere. */
  linkDraft: (fromTitle: string, toTitle: string | null, type: GanttLinkDraft["type"]) => string;
  linked: (fromTitle: string, toTitle: string, type: GanttLinkDraft["type"]) => string;
  /** The bar is outside the view: where it is. */
  offscreen: (title: string, start: IsoDate, end: IsoDate) => string;
  /** Accessible names of a column's handle and of what a press of its header does. */
  resizeColumn: (header: string) => string;
  columnWidth: (header: string, widthPx: number) => string;
  columnMoved: (header: string, position: number, count: number) => string;
  /** By which column the rows are sorted now; `header` is null where they are in the plan's own order again. */
  sorted: (header: string | null, direction: "ascending" | "descending") => string;
};
