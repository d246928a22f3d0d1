import type { ChartModel } from "./chart-model.ts";

/** Names of the page's colours by what they paint; the picture takes what they are at that moment. */
export const chartColours = {
  ground: "--g-surface",
  rule: "--g-border",
  ink: "--g-text",
  label: "--g-muted",
  scope: "--g-muted",
  done: "--g-text",
  planned: "--g-cat-1",
  unknown: "--g-warning",
  today: "--g-accent",
} as const;

export type ChartColour = keyof typeof chartColours;

/** Strokes of lines that are not whole, in pixels. */
export const chartDashes = { planned: [6, 4], scope: [2, 3], unknown: [1.5, 4] } as const;

/** `M1,2L3,4`. */
export function toPath(spots: ChartModel["scope"]): string {
  return spots.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)},${y.toFixed(1)}`).join("");
}
