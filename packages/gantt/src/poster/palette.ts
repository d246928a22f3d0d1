import type { GanttCategory, GanttTone } from "../types.ts";

/** The light theme's tokens as sRGB, for paper. */
export const INK = {
  paper: "#ffffff",
  sunken: "#f5f6f8",
  border: "#e1e3e6",
  borderStrong: "#828690",
  text: "#1e232d",
  muted: "#535862",
  faint: "#686d77",
  accent: "#3e5ed8",
  onAccent: "#ffffff",
  accentSoft: "#eaf0fe",
  accentLine: "#a5bcf9",
  accentText: "#2d48c0",
  warning: "#b07a20",
  danger: "#cc3333",
  grid: "#ebedef",
  weekend: "#f3f4f7",
  holiday: "#dadee6",
  band: "#f8fafe",
  link: "#888c95",
  baseline: "#a1a5ac",
  critical: "#1b2331",
  summary: "#424853",
} as const;

export type CategoryInk = { line: string; soft: string; done: string; text: string };

export const CATEGORY_INK: Record<GanttCategory, CategoryInk> = {
  1: { line: "#4579f2", soft: "#e9f0fe", done: "#bdd3fe", text: "#1e3361" },
  2: { line: "#ab4803", soft: "#ffece3", done: "#fdc4aa", text: "#572407" },
  3: { line: "#01795e", soft: "#ddf7ed", done: "#a1e3cb", text: "#014030" },
  4: { line: "#7b46a7", soft: "#f5ecfe", done: "#dfc6fa", text: "#412857" },
  5: { line: "#880032", soft: "#ffeaec", done: "#febfc7", text: "#581f2a" },
  6: { line: "#b9861c", soft: "#fbeeda", done: "#edce9b", text: "#473102" },
  7: { line: "#035065", soft: "#ddf5fe", done: "#9cdef7", text: "#023c4c" },
  8: { line: "#8a8e96", soft: "#eef0f5", done: "#cdd3e0", text: "#303540" },
};

export const TONE_INK: Record<GanttTone, string> = {
  default: INK.text,
  muted: INK.muted,
  faint: INK.faint,
  danger: "#ac0216",
  warning: "#704a02",
  positive: "#026337",
  accent: INK.accentText,
};

/** What is kept for context only: the colour at 45 % on white. */
export function faded(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${channels
    .map((value) =>
      Math.round(255 - (255 - value) * 0.45)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
