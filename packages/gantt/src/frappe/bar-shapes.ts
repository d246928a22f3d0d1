import type { Box } from "../model/bar-box.ts";
import { grown } from "../model/box-path.ts";

const FOOT_PX = 5;

/** A bracket: a flat bar with two downward feet; with `progress` under 100 only its done part. */
export function summaryPath(box: Box, progress: number): string {
  const { x, y, height } = box;
  const right = x + box.width;
  const end = x + (box.width * Math.min(progress, 100)) / 100;
  const foot = Math.min(FOOT_PX + 1, box.width / 2);
  const left = `M${x} ${y + height + FOOT_PX}V${y}`;
  if (end >= right) return `${left}H${right}V${y + height + FOOT_PX}L${right - foot} ${y + height}H${x + foot}Z`;
  if (end <= x + foot) return `M${x} ${y}H${end}V${y + height}H${x}Z`;
  return `${left}H${end}V${y + height}H${x + foot}Z`;
}

/** A milestone's diamond; a critical one has a line around it. Even-odd. */
export function milestonePath(box: Box, critical: boolean): string {
  const line = critical ? diamondPath(grown(box, 3.75)) + diamondPath(grown(box, 1.75)) : "";
  return line + diamondPath(box);
}

/** A diamond that fills the box. */
export function diamondPath({ x, y, width, height }: Box): string {
  const halfWidth = width / 2;
  const halfHeight = height / 2;
  return `M${x + halfWidth} ${y}l${halfWidth} ${halfHeight}l${-halfWidth} ${halfHeight}l${-halfWidth} ${-halfHeight}z`;
}
