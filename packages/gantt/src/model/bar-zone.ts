import type { Box } from "./bar-box.ts";
import type { BarGesture } from "./bar-edit.ts";

const EDGE_PX = 6;
const PROGRESS_RADIUS_PX = 6;

export type BarZoneInput = {
  box: Box;
  /** 0–100; null where progress has no handle. */
  progress: number | null;
  resizable: boolean;
  point: { x: number; y: number };
};

/** What a press at a point of the chart takes hold of: an edge, the progress handle, the bar, or nothing. */
export function barZoneAt({ box, progress, resizable, point }: BarZoneInput): BarGesture | null {
  const bottom = box.y + box.height;
  if (progress !== null && isNearProgress({ box, progress, point })) return "progress";
  if (point.y < box.y - 1 || point.y > bottom + 1) return null;
  const inset = Math.min(EDGE_PX, box.width / 4);
  if (resizable && point.x >= box.x - EDGE_PX && point.x < box.x + inset) return "resize-start";
  if (resizable && point.x > box.x + box.width - inset && point.x <= box.x + box.width + EDGE_PX) return "resize-end";
  return point.x >= box.x && point.x <= box.x + box.width ? "move" : null;
}

/** The handle hangs from the lower edge of the bar, where the done portion ends. */
function isNearProgress({
  box,
  progress,
  point,
}: {
  box: Box;
  progress: number;
  point: { x: number; y: number };
}): boolean {
  const bottom = box.y + box.height;
  const x = box.x + (box.width * progress) / 100;
  return Math.abs(point.x - x) <= PROGRESS_RADIUS_PX && point.y >= bottom - 3 && point.y <= bottom + PROGRESS_RADIUS_PX;
}
