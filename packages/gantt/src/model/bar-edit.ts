import type { DayNumber } from "@gantry/schedule";

/** The calendar ends here: 0001-01-01 and 9999-12-31. */
export const FIRST_DAY: DayNumber = -719_162;
export const LAST_DAY: DayNumber = 2_932_896;

/** A bar's days and progress while or after a gesture changes them. */
export type BarEdit = { start: DayNumber; end: DayNumber; progress: number };

export type BarGesture = "move" | "resize-start" | "resize-end" | "progress";

/**
 * The bar moved or resized by whole days. An edge stops at the other edge: a bar never turns over. Nothing leaves the
 * years 0001–9999: a move stops where an end of the bar would.
 */
export function editDays(bar: BarEdit, { gesture, days }: { gesture: BarGesture; days: number }): BarEdit {
  if (gesture === "move") {
    const shift = clampDays(days, { from: FIRST_DAY - bar.start, to: LAST_DAY - bar.end });
    return { ...bar, start: bar.start + shift, end: bar.end + shift };
  }
  if (gesture === "resize-start")
    return { ...bar, start: clampDays(bar.start + days, { from: FIRST_DAY, to: bar.end }) };
  if (gesture === "resize-end") return { ...bar, end: clampDays(bar.end + days, { from: bar.start, to: LAST_DAY }) };
  return bar;
}

/** A number of days, or a day, no less than `from` and no more than `to`. */
export function clampDays(days: number, { from, to }: { from: number; to: number }): number {
  return Math.min(Math.max(days, from), to);
}

/** Progress 0–100 for a pixel of the bar. */
export function progressAt(x: number, bar: { x: number; width: number }): number {
  return Math.min(100, Math.max(0, Math.round(((x - bar.x) / bar.width) * 100)));
}

export function isSameEdit(a: BarEdit, b: BarEdit): boolean {
  return a.start === b.start && a.end === b.end && a.progress === b.progress;
}

type DayLimits = { from: DayNumber; to: DayNumber };

/**
 * How many days a gesture may go so that no bar leaves the limits. Bars that are outside already stay no farther out
 * than they are; those that move together stop together.
 */
export function shiftBounds(
  bars: Iterable<BarEdit>,
  limits: DayLimits,
): (gesture: BarGesture, lead: BarEdit) => { from: number; to: number } {
  let from = -Infinity;
  let to = Infinity;
  for (const bar of bars) {
    from = Math.max(from, Math.min(0, limits.from - bar.start));
    to = Math.min(to, Math.max(0, limits.to - bar.end));
  }
  return (gesture, { start, end }) => {
    if (gesture === "resize-start") return { from: Math.min(0, limits.from - start), to: end - start };
    if (gesture === "resize-end") return { from: start - end, to: Math.max(0, limits.to - end) };
    return { from, to };
  };
}
