import type { GanttShape } from "../types.ts";
import type { Box } from "./bar-box.ts";

export type LabelPlacement = { x: number; anchor: "start" | "end"; place: "inside" | "outside" };

const INSIDE_PX = 8;
const OUTSIDE_PX = 8;

export type LabelInput = {
  shape: GanttShape;
  box: Box;
  textWidth: number;
  /** Pixels that a tail takes to the right of the bar. */
  tailWidth: number;
};

/** A bar's label stands inside if it fits, else to the right; a milestone's stands to the left. */
export function placeLabel({ shape, box, textWidth, tailWidth }: LabelInput): LabelPlacement {
  if (shape === "milestone") return { x: box.x - OUTSIDE_PX + 2, anchor: "end", place: "outside" };
  if (textWidth + INSIDE_PX * 1.5 <= box.width) return { x: box.x + INSIDE_PX, anchor: "start", place: "inside" };
  return { x: box.x + box.width + tailWidth + OUTSIDE_PX, anchor: "start", place: "outside" };
}
