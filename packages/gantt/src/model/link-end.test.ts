import { describe, expect, test } from "vitest";
import { barZoneAt } from "./bar-zone.ts";
import { linkHandleAt, linkHandleHit, linkTypeOf, nearestEnd } from "./link-end.ts";
import { distanceToLine, routeLink } from "./link-route.ts";

const box = { x: 100, y: 6, width: 80, height: 16 };

describe("the handles from which links are drawn", () => {
  test.each([false, true])("never lie where a press takes hold of the bar (finger: %s)", (coarse) => {
    const ends: (string | null)[] = [];
    const shared: { x: number; y: number }[] = [];
    for (let x = 40; x <= 240; x += 0.5) {
      for (let y = -10; y <= 40; y += 1) {
        const point = { x, y };
        const end = linkHandleHit(box, { point, coarse });
        ends.push(end);
        if (end && barZoneAt({ box, progress: 50, resizable: true, point, coarse })) shared.push(point);
      }
    }
    expect(shared).toEqual([]);
    expect(new Set(ends)).toEqual(new Set([null, "start", "end"]));
  });

  test("are 24 pixels wide and high for a finger", () => {
    const { x, y } = linkHandleAt(box, { end: "end", coarse: true });
    const hits = (dx: number, dy: number) => linkHandleHit(box, { point: { x: x + dx, y: y + dy }, coarse: true });
    expect([hits(-11.9, 0), hits(11.9, 0), hits(0, -11.9), hits(0, 11.9)]).toEqual(["end", "end", "end", "end"]);
    expect(hits(12.1, 0)).toBeNull();
  });
});

describe("the type of a link", () => {
  test("follows from the ends that it joins", () => {
    expect([
      linkTypeOf("end", "start"),
      linkTypeOf("start", "start"),
      linkTypeOf("end", "end"),
      linkTypeOf("start", "end"),
    ]).toEqual(["FS", "SS", "FF", "SF"]);
  });

  test("takes the nearer end of the bar under the pointer", () => {
    expect([
      nearestEnd(box, { x: 90, y: 0 }),
      nearestEnd(box, { x: 139, y: 0 }),
      nearestEnd(box, { x: 141, y: 0 }),
    ]).toEqual(["start", "start", "end"]);
  });
});

describe("the distance of a point from a link", () => {
  test("is nought on every corner of its way and grows beside it", () => {
    const to = { x: 300, y: 62, width: 80, height: 16 };
    for (const type of ["FS", "SS", "FF", "SF"] as const) {
      const { points } = routeLink({ type, from: box, to, rowHeight: 28 });
      expect(points.length).toBeGreaterThan(2);
      for (const point of points) expect(distanceToLine(points, point)).toBe(0);
    }
    const line = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 50 },
    ];
    expect(distanceToLine(line, { x: 50, y: 7 })).toBe(7);
    expect(distanceToLine(line, { x: 103, y: 54 })).toBe(5);
  });
});
