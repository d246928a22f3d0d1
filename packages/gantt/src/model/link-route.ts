import type { GanttLinkType } from "../types.ts";
import type { Box } from "./bar-box.ts";

export type Point = { x: number; y: number };
/** SVG path data, and the corners of the line for hit tests. */
export type LinkPath = { line: string; head: string; points: readonly Point[] };

const STUB_PX = 8;
const CORNER_PX = 4;
const HEAD_PX = 6;

export type LinkRouteInput = {
  type: GanttLinkType;
  from: Box;
  to: Box;
  rowHeight: number;
};

/** Orthogonal way from one bar to another, as SVG path data of the line and of its arrow head. */
export function routeLink({ type, from, to, rowHeight }: LinkRouteInput): LinkPath {
  const leavesRight = type === "FS" || type === "FF";
  const entersLeft = type === "FS" || type === "SS";
  const start = { x: leavesRight ? from.x + from.width : from.x, y: middle(from) };
  const end = { x: entersLeft ? to.x : to.x + to.width, y: middle(to) };
  if (type === "FS" && canDrop(start, to)) return dropOnto(start, to);
  const out = start.x + (leavesRight ? STUB_PX : -STUB_PX);
  const into = end.x + (entersLeft ? -STUB_PX - HEAD_PX : STUB_PX + HEAD_PX);
  const turn = leavesRight ? Math.max(out, into) : Math.min(out, into);
  const straight = leavesRight !== entersLeft || (leavesRight ? into >= out : into <= out);
  const points = straight
    ? [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end]
    : [
        start,
        { x: out, y: start.y },
        { x: out, y: betweenRows({ start, end, rowHeight }) },
        { x: into, y: betweenRows({ start, end, rowHeight }) },
        { x: into, y: end.y },
        end,
      ];
  return { line: roundedPath(points), head: arrowHead(end, entersLeft ? "right" : "left"), points };
}

/** A successor that begins after its predecessor ends is entered from above or below, near its left edge. */
function canDrop(start: Point, to: Box): boolean {
  const landing = to.x + Math.min(STUB_PX, to.width / 2);
  return landing >= start.x + 2 && Math.abs(middle(to) - start.y) > 1;
}

function dropOnto(start: Point, to: Box): LinkPath {
  const x = to.x + Math.min(STUB_PX, to.width / 2);
  const isBelow = middle(to) > start.y;
  const end = { x, y: isBelow ? to.y - 1 : to.y + to.height + 1 };
  const points = [start, { x, y: start.y }, end];
  return { line: roundedPath(points), head: arrowHead(end, isBelow ? "down" : "up"), points };
}

function betweenRows({ start, end, rowHeight }: { start: Point; end: Point; rowHeight: number }): number {
  return start.y + (end.y >= start.y ? rowHeight / 2 : -rowHeight / 2);
}

function middle(box: Box): number {
  return box.y + box.height / 2;
}

function roundedPath(points: readonly Point[]): string {
  const first = points[0];
  if (!first) return "";
  let path = `M${first.x} ${first.y}`;
  for (let index = 1; index < points.length; index += 1) {
    const before = points[index - 1];
    const here = points[index];
    const after = points[index + 1];
    if (!before || !here) continue;
    if (!after) {
      path += `L${here.x} ${here.y}`;
      continue;
    }
    const radius = Math.min(CORNER_PX, distance(before, here) / 2, distance(here, after) / 2);
    const enter = towards({ from: here, to: before, by: radius });
    const leave = towards({ from: here, to: after, by: radius });
    path += `L${enter.x} ${enter.y}Q${here.x} ${here.y} ${leave.x} ${leave.y}`;
  }
  return path;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards({ from, to, by }: { from: Point; to: Point; by: number }): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

function arrowHead({ x, y }: Point, direction: "right" | "left" | "down" | "up"): string {
  const half = HEAD_PX / 2 + 0.5;
  if (direction === "right") return `M${x} ${y}l${-HEAD_PX} ${-half}v${half * 2}z`;
  if (direction === "left") return `M${x} ${y}l${HEAD_PX} ${-half}v${half * 2}z`;
  if (direction === "down") return `M${x} ${y}l${-half} ${-HEAD_PX}h${half * 2}z`;
  return `M${x} ${y}l${-half} ${HEAD_PX}h${half * 2}z`;
}

/** Distance from a point to the nearest place of an orthogonal line. */
export function distanceToLine(points: readonly Point[], at: Point): number {
  let least = Infinity;
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1];
    const b = points[index];
    if (!a || !b) continue;
    const dx = Math.max(Math.min(a.x, b.x) - at.x, 0, at.x - Math.max(a.x, b.x));
    const dy = Math.max(Math.min(a.y, b.y) - at.y, 0, at.y - Math.max(a.y, b.y));
    least = Math.min(least, Math.hypot(dx, dy));
  }
  return least;
}
