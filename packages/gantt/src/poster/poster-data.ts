import type { DayNumber, IsoDate } from "@gantry/schedule";
import type { DayRange } from "../model/time-axis.ts";
import type { GanttCategory, GanttCell, GanttDayKind, GanttLink, GanttRow, GanttSprintBand } from "../types.ts";

/** A row with the texts of its cells, one a column. `description` is not drawn and may be empty. */
export type PosterRow = GanttRow & { cells: readonly GanttCell[] };

/** The first column is the title; pixels. */
export type PosterColumn = { header: string; width: number; align: "start" | "end" };

/** Drawing on a 16 grid as SVG path data: `line` is stroked 1.5 wide, `solid` is filled, `dash` is stroked in dashes. */
export type PosterIcon = { line?: string; solid?: string; dash?: string };

/** One cell of the time header. The first text that fits is drawn. */
export type PosterHeadCell = { day: DayNumber; endDay: DayNumber; texts: readonly string[]; note: string };

export type PosterWords = {
  /** Date tag of today, "Today 22". */
  today: string;
  /** Names of marks for the legend. */
  overdue: string;
  critical: string;
  baseline: string;
  /** "Page 5 of 12 · row 2 of 4, column 1 of 3". */
  page: (place: PosterPagePlace) => string;
};

/** Where a page lies among the others, from 1. */
export type PosterPagePlace = {
  page: number;
  pages: number;
  row: number;
  rows: number;
  column: number;
  columns: number;
};

/** Everything that is drawn, as plain data that can be sent to a worker. */
export type PosterData = {
  /** The plan's name. */
  title: string;
  /** Under it: where it is from, how many work items. */
  subtitle: string;
  /** At the right end: the day of the export. */
  madeOn: string;
  /** BCP 47. */
  locale: string;
  rows: readonly PosterRow[];
  links: readonly GanttLink[];
  columns: readonly PosterColumn[];
  sprints: readonly GanttSprintBand[];
  today: IsoDate;
  daysOff: readonly (DayRange & { kind: Exclude<GanttDayKind, "working"> })[];
  head: { upper: readonly PosterHeadCell[]; lower: readonly PosterHeadCell[] };
  legend: readonly { name: string; category: GanttCategory }[];
  /** By the id that cells name. */
  icons: Readonly<Record<string, PosterIcon>>;
  words: Omit<PosterWords, "page">;
  /** A text for each page, in reading order. */
  pageTexts: readonly string[];
};
