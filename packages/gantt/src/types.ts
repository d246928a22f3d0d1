import type { IsoDate } from "@gantry/schedule";
import type { GanttWords } from "./words.ts";

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
  /** Says the whole bar to a screen reader: title, start, end, working days, progress, links, overdue. */
  description: string;
  /** A group's heading, not an item: it folds, but is never selected, opened or changed. */
  heading: boolean;
  shape: GanttShape;
  /** First and last day, inclusive. `start` null with `end` set = an open start. */
  start: IsoDate | null;
  end: IsoDate | null;
  /** 0–100. */
  progress: number;
  category: GanttCategory;
  /** An alarm, which takes the place of the category's colour; the row's own text says it too. */
  alarm?: "danger" | "warning" | null;
  /** 1 for roots. */
  level: number;
  /** Place among its siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
  /** Whether it has children, and whether they are shown. */
  expandable: boolean;
  expanded: boolean;
  /** Last day is past and it is not done: hatched tail up to today. */
  overdue: boolean;
  /** Why no gesture may change it, in words (summary, closed); null where any may. */
  lockedReason: string | null;
  /** On the critical path. */
  critical: boolean;
  /** Dates of the baseline, where they differ from the row's. */
  baseline: { start: IsoDate; end: IsoDate } | null;
  /** A filtered-out ancestor kept for context: grey. */
  muted: boolean;
};

export type GanttLinkType = "FS" | "SS" | "FF" | "SF";
export type GanttLink = {
  id: string;
  from: string;
  to: string;
  type: GanttLinkType;
  critical: boolean;
  /** The dates break it: the successor comes too early. */
  broken: boolean;
};

/** A link that is being drawn. */
export type GanttLinkDraft = { from: string; to: string; type: GanttLinkType };

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
  /** Pixels. The first column takes what the others leave; its own width is what a double click of the splitter gives it. */
  width: number;
  align: "start" | "end";
  /** How the rows are sorted by this column; null where they can't be. */
  sort: "ascending" | "descending" | "none" | null;
  cell: (row: GanttRow) => GanttCell;
};

/** A day on the calendar: off by the week, off by a holiday, or worked (make-up days too). */
export type GanttDayKind = "working" | "weekend" | "holiday";

/** Where the view stands, to the pixel, and which row has the tab stop: enough to come back to it. */
export type GanttPlace = {
  /** Day at the left edge, and how far the edge is into it. */
  day: IsoDate;
  dayOffsetPx: number;
  /** First row in view; null in an empty chart. */
  rowId: string | null;
  rowOffsetPx: number;
  focusedRowId: string | null;
};

/** What is in view, for a minimap: days with fractions since 1970-01-01, rows with fractions from 0. */
export type GanttViewport = { fromDay: number; toDay: number; fromRow: number; toRow: number };

export type GanttSprintBand = { id: string; name: string; start: IsoDate; end: IsoDate; current: boolean };

/** One bar's new dates or progress, at the end of a gesture. */
export type GanttBarChange = { id: string; start: IsoDate; end: IsoDate; progress: number };

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
  /** Width of the tree-grid in pixels, of which it shows seven tenths of the room at most; the splitter changes it. 0: its first and last column stand above the bars. */
  gridWidth: number;
  dayKind: (day: IsoDate) => GanttDayKind;
  selectedIds: ReadonlySet<string>;
  /** Where the view starts; without it today is in the centre. Read once. */
  place?: GanttPlace | null;
  /** One call per gesture, on drop; a row without dates gets some. The chart shows them until the next `update({ rows })`. */
  onBarsChange: (changes: readonly GanttBarChange[]) => void;
  onSelectionChange: (ids: ReadonlySet<string>) => void;
  onToggleRow: (id: string, expanded: boolean) => void;
  /** Enter or double click. */
  onOpenRow: (id: string) => void;
  onGridWidthChange?: (width: number) => void;
  /** After scrolling, or the tab stop, rests somewhere else: for the URL. */
  onViewRest?: (place: GanttPlace) => void;
  /** While scrolling, once a frame: for a minimap. Must not render. */
  onViewMove?: (viewport: GanttViewport) => void;
  /** Zooming reached another scale; the day under the pointer stays where it is. */
  onScaleChange?: (scale: GanttScale) => void;
  /** A gesture was not begun or not carried out, and why, in words that were spoken too. */
  onRefused?: (reason: string) => void;
  /** One call per drawn link; without it none can be drawn. */
  onLinkDraw?: (draft: GanttLinkDraft) => void;
  /** Why a link may not be drawn (a ring, a parent and its child), in words; null where it may. */
  linkRefusal?: (draft: GanttLinkDraft) => string | null;
  /** A press on a link. */
  onLinkOpen?: (id: string) => void;
  /** At the end of a drag; a new width of the grid follows by `onGridWidthChange`, and that alone for the first column. */
  onColumnResize?: (id: string, width: number) => void;
  /** `toIndex` is the column's place among all columns afterwards; the first stays where it is. */
  onColumnMove?: (id: string, toIndex: number) => void;
  onColumnSort?: (id: string) => void;
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
  /** Brings a point of the plan to the centre: for a minimap. */
  centreOn: (point: { day: number; row: number }) => void;
  /** Scales and scrolls so that every bar's dates are in view; returns the scale it chose. */
  fit: () => GanttScale;
  /** For drops from outside: what is under the pointer. */
  hitTest: (clientX: number, clientY: number) => GanttHit | null;
  /** Shows (or with null removes) the dashed drop line at a day. */
  showDropDay: (day: IsoDate | null) => void;
  focusRow: (id: string) => void;
  destroy: () => void;
};
