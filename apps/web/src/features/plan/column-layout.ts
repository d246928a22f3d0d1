import type { ColumnKey } from "./plan-search.ts";

/** What the columns' widths depend on. */
export type ColumnSizing = {
  /** There is little room: a status is its glyph. */
  narrow: boolean;
  /** How long the plan's item numbers are. */
  numberLength: number;
  /** Whether days carry a year. */
  hasYears: boolean;
  /** Widths that were set by hand, in pixels. */
  widths: Readonly<Record<string, number>>;
};

const WIDTHS: Record<ColumnKey, number> = {
  number: 72,
  type: 62,
  status: 106,
  assignee: 34,
  priority: 72,
  sprint: 84,
  start: 58,
  end: 58,
  progress: 84,
  shift: 100,
};
const NARROW_STATUS_PX = 30;
const DAY_AND_YEAR_PX = 86;
const PX_PER_DIGIT = 7.2;
const MOST_NUMBER_PX = 132;
/** From here on a status or a person has room for the name. */
const NAME_FROM_PX = 72;

/** Pixels of a column: set by hand, else what its content needs. */
export function widthOfColumn(key: ColumnKey, sizing: ColumnSizing): number {
  const byHand = sizing.widths[key];
  if (byHand !== undefined) return byHand;
  if (key === "number")
    return Math.min(MOST_NUMBER_PX, Math.max(WIDTHS.number, sizing.numberLength * PX_PER_DIGIT + 16));
  if ((key === "start" || key === "end") && sizing.hasYears) return DAY_AND_YEAR_PX;
  return key === "status" && sizing.narrow ? NARROW_STATUS_PX : WIDTHS[key];
}

/** Pixels that columns take beside the title. */
export function widthOfColumns(keys: readonly ColumnKey[], sizing: ColumnSizing): number {
  return keys.reduce((sum, key) => sum + widthOfColumn(key, sizing), 0);
}

/** Whether a status or a person is shown by a glyph alone. */
export function isGlyphColumn(key: ColumnKey, sizing: ColumnSizing): boolean {
  return (key === "status" || key === "assignee") && widthOfColumn(key, sizing) < NAME_FROM_PX;
}
