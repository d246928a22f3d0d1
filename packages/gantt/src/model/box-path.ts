import type { Box } from "./bar-box.ts";

/** Path data of a rectangle. */
export function boxPath({ x, y, width, height }: Box): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}

/** Path data of a rectangle with round corners, smaller ones where it is too small for them. */
export function roundedBoxPath({ x, y, width, height }: Box, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const h = width - 2 * r;
  const v = height - 2 * r;
  return `M${x + r} ${y}h${h}q${r} 0 ${r} ${r}v${v}q0 ${r} ${-r} ${r}h${-h}q${-r} 0 ${-r} ${-r}v${-v}q0 ${-r} ${r} ${-r}z`;
}

/** The box grown by so many pixels on every side; negative shrinks it. */
export function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
