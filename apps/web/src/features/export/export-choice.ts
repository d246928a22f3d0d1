import type { GanttScale } from "@gantry/gantt";
import type { PosterOrientation, PosterPaper } from "@gantry/gantt/poster";

export const EXPORT_FORMATS = ["pdf", "png", "svg", "csv", "ics"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const PAPERS = ["a4", "a3", "a0"] as const satisfies readonly PosterPaper[];
export const ORIENTATIONS = ["landscape", "portrait"] as const satisfies readonly PosterOrientation[];
export const PIXEL_RATIOS = ["1", "2"] as const;

/** `fit`: as many days as the plan has on the width of one page. */
export type ExportTime = GanttScale | "fit";
export const EXPORT_TIMES = ["fit", "day", "week", "month", "quarter", "year"] as const satisfies readonly ExportTime[];

export type ExportChoice = {
  format: ExportFormat;
  paper: PosterPaper;
  orientation: PosterOrientation;
  /** Null: as the page shows it. */
  time: ExportTime | null;
  pixelRatio: (typeof PIXEL_RATIOS)[number];
};

export const DEFAULT_CHOICE: ExportChoice = {
  format: "pdf",
  paper: "a3",
  orientation: "landscape",
  time: null,
  pixelRatio: "2",
};

/** Formats that are drawings. */
export type PosterFormat = Extract<ExportFormat, "pdf" | "png" | "svg">;

export function isPoster(format: ExportFormat): format is PosterFormat {
  return format === "pdf" || format === "png" || format === "svg";
}
