import type { DayNumber } from "@gantry/schedule";

/** A bar's days and progress while or after a gesture changes them. */
export type BarEdit = { start: DayNumber; end: DayNumber; progress: number };

export type BarGesture = "move" | "resize-start" | "resize-end" | "progress";

/** The bar moved or resized by whole days. An edge stops at the other edge: a bar never turns over. */
export function editDays(bar: BarEdit, { gesture, days }: { gesture: BarGesture; days: number }): BarEdit {
  if (gesture === "move") return { ...bar, start: bar.start + days, end: bar.end + days };
  if (gesture === "resize-start") return { ...bar, start: Math.min(bar.start + days, bar.end) };
  if (gesture === "resize-end") return { ...bar, end: Math.max(bar.end + days, bar.start) };
  return bar;
}

/** Progress 0–100 for a pixel of the bar. */
export function progressAt(x: number, bar: { x: number; width: number }): number {
  return Math.min(100, Math.max(0, Math.round(((x - bar.x) / bar.width) * 100)));
}

export function isSameEdit(a: BarEdit, b: BarEdit): boolean {
  return a.start === b.start && a.end === b.end && a.progress === b.progress;
}
