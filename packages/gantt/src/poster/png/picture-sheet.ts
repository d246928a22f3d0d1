import type { PosterSheet } from "../sheet.ts";

/** Browsers make no larger canvas: 16,384 pixels a side; memory (4 bytes a pixel) ends sooner. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 64_000_000;
const TILE_SIDE = 7_680;
const TILE_MARGIN = 24;

/** Null where the whole plan fits into one picture, else the size of each of several. */
export function pictureSheet(whole: { width: number; height: number }, pixelRatio: number): PosterSheet {
  const width = whole.width * pixelRatio;
  const height = whole.height * pixelRatio;
  if (width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_PIXELS) return null;
  const side = TILE_SIDE / pixelRatio;
  return { width: Math.min(side, whole.width), height: Math.min(side, whole.height), margin: TILE_MARGIN };
}
