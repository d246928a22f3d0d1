import type { IsoDate } from "@gantry/schedule";

export type GanttScale = "day" | "week" | "month" | "quarter" | "year";

/** `bar`: an item with dates. `summary`: a parent. `milestone`: one day. `none`: a row without a bar (no dates). */
export type GanttShape = "bar" | "summary" | "milestone" | "none";

/** Colour category 1–8 of the design tokens. */
export type GanttCategory = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** One row of the tree-grid and its bar. Rows come in display order, already flattened, filtered and sorted. */
export type GanttRow = {
  id: string;
  /** Shown as text, never as markup. */
  title: string;
  /** Says the whole bar to a screen reader: title, dates, progress, links, overdue. */
  description: string;
  shape: GanttShape;
  /** First and last day, inclusive. `start` null with `end` set = an open start. */
  start: IsoDate | null;
  end: IsoDate | null;
  /** 0–100. */
  progress: number;
  category: GanttCategory;
  /** 1 for roots. */
  level: number;
  /** Whether it has children, and whether they are shown. */
  expandable: boolean;
  expanded: boolean;
  /** Last day is past and it is not done: hatched tail up to today. */
  overdue: boolean;
  /** False: no gesture changes it (summary, mind map, closed). */
  editable: boolean;
  /** A filtered-out ancestor kept for context: grey. */
  muted: boolean;
};

export type GanttLinkType = "FS" | "SS" | "FF" | "SF";
export type GanttLink = { id: string; from: string; to: string; type: GanttLinkType; critical: boolean };

/** Content of one tree-grid cell; the engine draws it by plain DOM, as text only. */
export type GanttCell = {
  text: string;
  /** Id of a symbol in the page's SVG sprite, drawn before the text. */
  icon?: string;
  iconTone?: GanttTone;
  /** Colours the icon by category instead of tone. */
  iconCategory?: GanttCategory;
  /** Accessible name of the icon when it says something that the text does not. */
  iconLabel?: string;
  /** Initials in a disc, before the text; category gives its colour. `null` = a dashed empty disc. */
  avatar?: { initials: string; category: GanttCategory } | null;
  /** A small progress bar, 0–100, before the text. */
  meter?: number;
  tone?: GanttTone;
};
export type GanttTone = "default" | "muted" | "faint" | "danger" | "warning" | "positive" | "accent";

export type GanttColumn = {
  id: string;
  header: string;
  /** The header is read out but not drawn: the column is narrower than its name. */
  headerHidden?: boolean;
  /** Pixels. */
  width: number;
  align: "start" | "end";
  cell: (row: GanttRow) => GanttCell;
};

export type GanttSprintBand = { id: string; name: string; start: IsoDate; end: IsoDate; current: boolean };

/** One bar's new dates or progress, at the end of a gesture. */
export type GanttBarChange = { id: string; start: IsoDate; end: IsoDate; progress: number };

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
  dragDates: (title: string, start: IsoDate, end: IsoDate) => string;
  dragProgress: (title: string, progress: number) => string;
  picked: (title: string) => string;
  dropped: (title: string, start: IsoDate, end: IsoDate) => string;
  cancelled: string;
  selected: (count: number) => string;
};

export type GanttOptions = {
  rows: readonly GanttRow[];
  links: readonly GanttLink[];
  columns: readonly GanttColumn[];
  sprints: readonly GanttSprintBand[];
  scale: GanttScale;
  today: IsoDate;
  /** BCP 47, for numbers and the lang of text. */
  locale: string;
  words: GanttWords;
  rowHeight: number;
  barHeight: number;
  /** Width of the tree-grid in pixels; the splitter changes it. 0: its first and last column stand above the bars. */
  gridWidth: number;
  /** True for weekends and holidays that are not made up for. */
  isDayOff: (day: IsoDate) => boolean;
  selectedIds: ReadonlySet<string>;
  /** One call per gesture, on drop. The chart shows the new dates until the next `update({ rows })`. */
  onBarsChange: (changes: readonly GanttBarChange[]) => void;
  onSelectionChange: (ids: ReadonlySet<string>) => void;
  onToggleRow: (id: string, expanded: boolean) => void;
  /** Enter or double click. */
  onOpenRow: (id: string) => void;
  onGridWidthChange?: (width: number) => void;
  /** Day at the left edge and first row in view, after scrolling rests: for the URL. */
  onViewRest?: (view: { day: IsoDate; rowId: string | null }) => void;
};

/** Where a point of the page falls on the chart; null outside it. */
export type GanttHit = { day: IsoDate; rowId: string | null };

/** The chart: made once, updated, destroyed. React owns the host element and nothing in it. */
export type GanttEngine = {
  update: (options: Partial<GanttOptions>) => void;
  /** Brings today to the centre. */
  scrollToToday: () => void;
  scrollToDay: (day: IsoDate) => void;
  scrollToRow: (id: string) => void;
  /** Scales and scrolls so that every bar's dates are in view; returns the scale it chose. */
  fit: () => GanttScale;
  /** For drops from outside: what is under the pointer. */
  hitTest: (clientX: number, clientY: number) => GanttHit | null;
  /** Shows (or with null removes) the dashed drop line at a day. */
  showDropDay: (day: IsoDate | null) => void;
  focusRow: (id: string) => void;
  destroy: () => void;
};
