import type { Box } from "./bar-box.ts";

/** Part of the time axis, in pixels. */
export type PixelRange = { from: number; to: number };

/** On which side a box lies wholly outside the view; null where some of it is in view. */
export function sideOf(box: Pick<Box, "x" | "width">, view: PixelRange): "left" | "right" | null {
  if (box.x + box.width <= view.from) return "left";
  return box.x >= view.to ? "right" : null;
}

const MARGIN_PX = 160;
const MOST_AHEAD_PX = 640;

/** What is drawn of the time axis: the view, some pixels on either side, and two frames' worth in the direction of travel. */
export function drawnRange(view: PixelRange, pxPerFrame: number): PixelRange {
  const ahead = Math.min(Math.abs(pxPerFrame) * 2, MOST_AHEAD_PX);
  return {
    from: view.from - MARGIN_PX - (pxPerFrame < 0 ? ahead : 0),
    to: view.to + MARGIN_PX + (pxPerFrame > 0 ? ahead : 0),
  };
}

/** Past this speed bars are not drawn one by one: nobody can read them. */
const FASTEST_READABLE_PX_PER_FRAME = 240;

export function fliesSideways(pxPerFrame: number): boolean {
  return Math.abs(pxPerFrame) > FASTEST_READABLE_PX_PER_FRAME;
}

const REVEAL_MARGIN_PX = 24;

/** Where the view has to begin so that the box is in view: all of it if it fits, else its start. */
export function revealingLeft(box: Pick<Box, "x" | "width">, view: PixelRange): number {
  const width = view.to - view.from;
  const fits = box.width + 2 * REVEAL_MARGIN_PX <= width;
  if (sideOf(box, view) === "right" && fits) return box.x + box.width + REVEAL_MARGIN_PX - width;
  return Math.max(0, box.x - REVEAL_MARGIN_PX);
}
