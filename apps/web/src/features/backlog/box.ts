import { addRows, type Choice, onlyRows } from "./choice.ts";

/** Rows of one height, stacked from 0: all the geometry that a box needs. Rows need no DOM to be hit. */
export type RowStrip = { rowHeight: number; count: number };

/** First and last row that a box touches; null when it touches none. */
export type RowSpan = { first: number; last: number };

/** Rows between two heights of the content (px from the first row's top), in either order. */
export function rowsBetween(strip: RowStrip, box: { fromY: number; toY: number }): RowSpan | null {
  const top = Math.min(box.fromY, box.toY);
  const bottom = Math.max(box.fromY, box.toY);
  const height = strip.rowHeight * strip.count;
  if (strip.count === 0 || bottom < 0 || top >= height) return null;
  return {
    first: Math.max(0, Math.floor(top / strip.rowHeight)),
    last: Math.min(strip.count - 1, Math.floor(bottom / strip.rowHeight)),
  };
}

/** What is chosen while a box is open: what was there before, unless it replaces, and every loaded row it touches. */
export function chooseByBox(
  before: Choice,
  box: { adds: boolean; span: RowSpan | null; order: readonly string[] },
): Choice {
  const ids = box.span === null ? [] : box.order.slice(box.span.first, box.span.last + 1);
  return box.adds ? addRows(before, ids) : onlyRows(before, ids);
}

const EDGE_PX = 36;
const MAX_PX_PER_MS = 1.6;

/**
 * Speed of scrolling while a box is dragged near or past an edge, in px per ms; negative = up, 0 away from the edges.
 * It grows evenly from the inner side of the edge zone to one zone outside the view.
 */
export function autoScrollSpeed(pointerY: number, view: { top: number; bottom: number }): number {
  const up = view.top + EDGE_PX - pointerY;
  const down = pointerY - (view.bottom - EDGE_PX);
  const depth = Math.max(up, down);
  if (depth <= 0) return 0;
  const speed = Math.min(1, depth / (EDGE_PX * 2)) * MAX_PX_PER_MS;
  return up > down ? -speed : speed;
}

/** A pointer that moved less than this is a click, not a box. */
const SLOP_PX = 4;

export function isPastSlop(from: { x: number; y: number }, to: { x: number; y: number }): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) >= SLOP_PX;
}
