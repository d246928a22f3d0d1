import type { Box } from "./bar-box.ts";
import type { BarGesture } from "./bar-edit.ts";

/** How far beside an end of a bar a press still takes hold of it; fingers need more. */
export const EDGE_PX = { fine: 6, coarse: 12 } as const;
const PROGRESS_RADIUS_PX = { fine: 6, coarse: 12 } as const;
/** Least height of what a finger is to hit. */
const COARSE_HEIGHT_PX = 24;

export type BarZoneInput = {
  box: Box;
  /** 0–100; null where progress has no handle. */
  progress: number | null;
  resizable: boolean;
  point: { x: number; y: number };
  /** The pointer is a finger. */
  coarse?: boolean;
};

/** What a press at a point of the chart takes hold of: an edge, the progress handle, the bar, or nothing. */
export function barZoneAt({ box, progress, resizable, point, coarse = false }: BarZoneInput): BarGesture | null {
  const bottom = box.y + box.height;
  const kind = coarse ? "coarse" : "fine";
  if (progress !== null && isNearProgress({ box, progress, point, radius: PROGRESS_RADIUS_PX[kind] }))
    return "progress";
  const slack = coarse ? Math.max(1, (COARSE_HEIGHT_PX - box.height) / 2) : 1;
  if (point.y < box.y - slack || point.y > bottom + slack) return null;
  const edge = EDGE_PX[kind];
  const inset = Math.min(edge, box.width / 4);
  if (resizable && point.x >= box.x - edge && point.x < box.x + inset) return "resize-start";
  if (resizable && point.x > box.x + box.width - inset && point.x <= box.x + box.width + edge) return "resize-end";
  return point.x >= box.x && point.x <= box.x + box.width ? "move" : null;
}

/** The handle hangs from the lower edge of the bar, where the done portion ends. */
function isNearProgress({
  box,
  progress,
  point,
  radius,
}: {
  box: Box;
  progress: number;
  point: { x: number; y: number };
  radius: number;
}): boolean {
  const bottom = box.y + box.height;
  const x = box.x + (box.width * progress) / 100;
  return Math.abs(point.x - x) <= radius && point.y >= bottom - 3 && point.y <= bottom + radius;
}
