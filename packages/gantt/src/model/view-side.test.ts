import { toDayNumber } from "@gantry/schedule";
import { describe, expect, test } from "vitest";
import { baselinePath } from "./baseline-shape.ts";
import { placeLabel } from "./label-placement.ts";
import { drawnRange, fliesSideways, revealingLeft, sideOf } from "./view-side.ts";

const view = { from: 1_000, to: 2_000 };

describe("a bar and the view", () => {
  test("is left or right of it only when not a pixel is in view", () => {
    expect(sideOf({ x: 900, width: 100 }, view)).toBe("left");
    expect(sideOf({ x: 900, width: 101 }, view)).toBeNull();
    expect(sideOf({ x: 2_000, width: 50 }, view)).toBe("right");
    expect(sideOf({ x: 1_999, width: 50 }, view)).toBeNull();
    expect(sideOf({ x: 0, width: 5_000 }, view)).toBeNull();
  });

  test("comes wholly into view with the least scroll, its start first where it is too long", () => {
    expect(revealingLeft({ x: 500, width: 100 }, view)).toBe(476);
    expect(revealingLeft({ x: 2_500, width: 100 }, view)).toBe(1_624);
    expect(revealingLeft({ x: 2_500, width: 3_000 }, view)).toBe(2_476);
    expect(revealingLeft({ x: 10, width: 20 }, view)).toBe(0);
  });

  test("what is drawn reaches two frames ahead of a moving view, and never far", () => {
    expect(drawnRange(view, 0)).toEqual({ from: 840, to: 2_160 });
    expect(drawnRange(view, 100)).toEqual({ from: 840, to: 2_360 });
    expect(drawnRange(view, -100)).toEqual({ from: 640, to: 2_160 });
    expect(drawnRange(view, 9_000).to).toBe(2_800);
    expect([fliesSideways(50), fliesSideways(500), fliesSideways(-500)]).toEqual([false, true, true]);
  });
});

describe("a label and the view", () => {
  const bar = { shape: "bar" as const, box: { x: 600, y: 6, width: 800, height: 16 }, textWidth: 100, tailWidth: 0 };

  test("a bar that begins left of the view keeps its label in view, never outside the bar", () => {
    expect(placeLabel({ ...bar, view })).toEqual({ x: 1_008, anchor: "start", place: "inside" });
    expect(placeLabel({ ...bar, view: { from: 1_350, to: 2_350 } }).x).toBe(1_296);
    expect(placeLabel({ ...bar, view: { from: 0, to: 1_000 } }).x).toBe(608);
    expect(placeLabel(bar).x).toBe(608);
  });

  test("a short bar at the right edge has its label to the left, where there is room", () => {
    const short = { ...bar, box: { x: 1_940, y: 6, width: 30, height: 16 } };
    expect(placeLabel({ ...short, view })).toEqual({ x: 1_932, anchor: "end", place: "outside" });
    expect(placeLabel({ ...short, view: { from: 1_900, to: 2_000 } })).toMatchObject({ x: 1_978, anchor: "start" });
    expect(placeLabel(short)).toMatchObject({ x: 1_978, anchor: "start" });
  });

  test("a milestone at the left edge has its label to the right", () => {
    const milestone = { ...bar, shape: "milestone" as const, box: { x: 1_020, y: 7, width: 14, height: 14 } };
    expect(placeLabel({ ...milestone, view })).toEqual({ x: 1_040, anchor: "start", place: "outside" });
    expect(placeLabel(milestone)).toEqual({ x: 1_014, anchor: "end", place: "outside" });
  });
});

describe("a baseline", () => {
  const axis = { originDay: toDayNumber("2026-04-01"), endDay: toDayNumber("2026-06-01"), pxPerDay: 10, widthPx: 610 };
  const metrics = { rowHeight: 28, barHeight: 16, stacked: false };
  const span = {
    start: toDayNumber("2026-04-06"),
    end: toDayNumber("2026-04-10"),
    open: "none",
    inverted: false,
  } as const;

  test("is a rule of three pixels under the bar, over its own days", () => {
    expect(baselinePath({ shape: "bar", span, index: 2, axis, metrics })).toBe("M50 79h50v3h-50z");
    expect(baselinePath({ shape: "summary", span, index: 2, axis, metrics })).toBe("M50 79h50v3h-50z");
  });

  test("of a milestone is a diamond with a hole, on its day", () => {
    const path = baselinePath({ shape: "milestone", span, index: 0, axis, metrics });
    expect(path.match(/M[^z]+z/g)).toHaveLength(2);
    expect(path.startsWith("M95 8l6 6")).toBe(true);
  });
});
