import type { GanttLinkType } from "../types.ts";
import type { Box } from "./bar-box.ts";
import { EDGE_PX } from "./bar-zone.ts";
import type { Point } from "./link-route.ts";

/** Which end of a bar a link joins. */
export type BarEnd = "start" | "end";

/** Radius of the round handles from which links are drawn, as drawn and as hit. */
export const LINK_HANDLE_PX = { fine: { drawn: 4, hit: 7 }, coarse: { drawn: 6, hit: 12 } } as const;

/** Where the handle of an end is: beyond the zone in which the end is resized. */
export function linkHandleAt(box: Box, { end, coarse }: { end: BarEnd; coarse: boolean }): Point {
  const kind = coarse ? "coarse" : "fine";
  const away = EDGE_PX[kind] + LINK_HANDLE_PX[kind].hit;
  return { x: end === "start" ? box.x - away : box.x + box.width + away, y: box.y + box.height / 2 };
}

/** The end whose handle is at a point. */
export function linkHandleHit(box: Box, { point, coarse }: { point: Point; coarse: boolean }): BarEnd | null {
  const { hit } = coarse ? LINK_HANDLE_PX.coarse : LINK_HANDLE_PX.fine;
  for (const end of ["start", "end"] as const) {
    const at = linkHandleAt(box, { end, coarse });
    if (Math.abs(point.x - at.x) < hit && Math.abs(point.y - at.y) <= hit) return end;
  }
  return null;
}

/** The end of a bar that is nearer to a point. */
export function nearestEnd(box: Box, point: Point): BarEnd {
  return point.x < box.x + box.width / 2 ? "start" : "end";
}

const TYPES = {
  end: { start: "FS", end: "FF" },
  start: { start: "SS", end: "SF" },
} as const satisfies Record<BarEnd, Record<BarEnd, GanttLinkType>>;

/** Finish-to-start, start-to-start and so on, by the ends that a link joins. */
export function linkTypeOf(from: BarEnd, to: BarEnd): GanttLinkType {
  return TYPES[from][to];
}
