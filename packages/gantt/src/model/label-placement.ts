import type { GanttShape } from "../types.ts";
import type { Box } from "./bar-box.ts";
import type { PixelRange } from "./view-side.ts";

export type LabelPlacement = { x: number; anchor: "start" | "end"; place: "inside" | "outside" };

const INSIDE_PX = 8;
const OUTSIDE_PX = 8;
const MILESTONE_PX = 6;

export type LabelInput = {
  shape: GanttShape;
  box: Box;
  textWidth: number;
  /** Pixels that a tail takes to the right of the bar. */
  tailWidth: number;
  /** What of the time axis is in view: a label gives way to its edges where the bar leaves it room. */
  view?: PixelRange;
};

/** A bar's label stands inside if it fits, else to the right; a milestone's stands to the left. */
export function placeLabel({ shape, box, textWidth, tailWidth, view }: LabelInput): LabelPlacement {
  const end = box.x + box.width;
  const before = box.x - (shape === "milestone" ? MILESTONE_PX : OUTSIDE_PX);
  const after = end + tailWidth + (shape === "milestone" ? MILESTONE_PX : OUTSIDE_PX);
  if (shape !== "milestone" && textWidth + INSIDE_PX * 1.5 <= box.width) {
    const last = end - INSIDE_PX / 2 - textWidth;
    const stuck = Math.min((view?.from ?? box.x) + INSIDE_PX, last);
    return { x: Math.max(box.x + INSIDE_PX, stuck), anchor: "start", place: "inside" };
  }
  const fitsBefore = !view || before - textWidth >= view.from;
  const fitsAfter = !view || after + textWidth <= view.to;
  const isBefore = shape === "milestone" ? fitsBefore || !fitsAfter : !fitsAfter && fitsBefore;
  return isBefore ? { x: before, anchor: "end", place: "outside" } : { x: after, anchor: "start", place: "outside" };
}
