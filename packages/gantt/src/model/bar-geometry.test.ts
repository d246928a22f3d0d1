import { toDayNumber } from "@gantry/schedule";
import { describe, expect, test } from "vitest";
import { barBox, boxesTouch } from "./bar-box.ts";
import { barZoneAt } from "./bar-zone.ts";
import { boxBetween, rowsInBox } from "./box-selection.ts";
import { placeLabel } from "./label-placement.ts";
import { combineSelection, isSameSelection } from "./selection.ts";

const axis = { originDay: toDayNumber("2026-04-01"), endDay: toDayNumber("2026-06-01"), pxPerDay: 16, widthPx: 976 };
const metrics = { rowHeight: 28, barHeight: 16, stacked: false };
const span = {
  start: toDayNumber("2026-04-06"),
  end: toDayNumber("2026-04-10"),
  open: "none" as const,
  inverted: false,
};

describe("a bar's box", () => {
  test("covers its days to the last pixel and stands in the middle of its row", () => {
    expect(barBox({ shape: "bar", span, index: 2, axis, metrics })).toEqual({ x: 80, y: 62, width: 80, height: 16 });
  });

  test("stands at the foot of its row when titles stand above", () => {
    expect(
      barBox({ shape: "bar", span, index: 0, axis, metrics: { rowHeight: 48, barHeight: 16, stacked: true } }).y,
    ).toBe(27);
  });

  test("of a milestone is a square around the middle of its day", () => {
    const box = barBox({ shape: "milestone", span: { ...span, end: span.start }, index: 0, axis, metrics });
    expect(box).toEqual({ x: 81, y: 7, width: 14, height: 14 });
  });
});

describe("a press on a bar", () => {
  const box = { x: 100, y: 6, width: 80, height: 16 };
  const zoneAt = (x: number, y = 12, progress: number | null = 50) =>
    barZoneAt({ box, progress, resizable: true, point: { x, y } });

  test("takes an edge near the edge, the bar between, and nothing beside it", () => {
    expect(zoneAt(98)).toBe("resize-start");
    expect(zoneAt(103)).toBe("resize-start");
    expect(zoneAt(140)).toBe("move");
    expect(zoneAt(178)).toBe("resize-end");
    expect(zoneAt(185)).toBe("resize-end");
    expect(zoneAt(190)).toBeNull();
    expect(zoneAt(140, 40)).toBeNull();
  });

  test("takes the progress handle at the lower edge", () => {
    expect(zoneAt(140, 24)).toBe("progress");
    expect(zoneAt(140, 24, null)).toBeNull();
  });

  test("can still move the narrowest bar", () => {
    const narrow = { x: 100, y: 6, width: 8, height: 16 };
    expect(barZoneAt({ box: narrow, progress: null, resizable: true, point: { x: 104, y: 12 } })).toBe("move");
  });

  test("never resizes what has no edges", () => {
    expect(barZoneAt({ box, progress: null, resizable: false, point: { x: 101, y: 12 } })).toBe("move");
  });
});

describe("a box over the chart", () => {
  const barAt = (index: number) => (index === 3 ? null : { x: index * 10, y: index * 28 + 6, width: 100, height: 16 });

  test("is the same from whichever corner it is drawn", () => {
    expect(boxBetween({ x: 50, y: 90 }, { x: 10, y: 20 })).toEqual({ x: 10, y: 20, width: 40, height: 70 });
  });

  test("hits the bars it touches, over any number of rows, and no row without a bar", () => {
    const box = boxBetween({ x: 0, y: 30 }, { x: 60, y: 28 * 6 });
    expect(rowsInBox({ box, rowHeight: 28, rowCount: 1_000, barAt })).toEqual([1, 2, 4, 5]);
  });

  test("misses bars beside it", () => {
    const box = boxBetween({ x: 400, y: 0 }, { x: 500, y: 280 });
    expect(rowsInBox({ box, rowHeight: 28, rowCount: 10, barAt })).toEqual([]);
  });

  test("does not count a shared edge as touching", () => {
    expect(boxesTouch({ x: 0, y: 0, width: 10, height: 10 }, { x: 10, y: 0, width: 10, height: 10 })).toBe(false);
  });
});

describe("a label", () => {
  const box = { x: 100, y: 6, width: 80, height: 16 };

  test("stands inside where it fits, else right of the bar and of its tail", () => {
    expect(placeLabel({ shape: "bar", box, textWidth: 60, tailWidth: 0 })).toEqual({
      x: 108,
      anchor: "start",
      place: "inside",
    });
    expect(placeLabel({ shape: "bar", box, textWidth: 90, tailWidth: 32 })).toEqual({
      x: 220,
      anchor: "start",
      place: "outside",
    });
  });

  test("of a milestone stands to the left", () => {
    expect(placeLabel({ shape: "milestone", box, textWidth: 60, tailWidth: 0 })).toMatchObject({
      anchor: "end",
      place: "outside",
    });
  });
});

describe("selections", () => {
  test("replace, toggle and add without touching the one before", () => {
    const before = new Set(["a", "b"]);
    expect([...combineSelection(before, { ids: ["c"], mode: "replace" })]).toEqual(["c"]);
    expect([...combineSelection(before, { ids: ["b", "c"], mode: "toggle" })]).toEqual(["a", "c"]);
    expect([...combineSelection(before, { ids: ["b", "c"], mode: "add" })]).toEqual(["a", "b", "c"]);
    expect([...before]).toEqual(["a", "b"]);
  });

  test("are the same when they hold the same ids in any order", () => {
    expect(isSameSelection(new Set(["a", "b"]), new Set(["b", "a"]))).toBe(true);
    expect(isSameSelection(new Set(["a", "b"]), new Set(["a", "c"]))).toBe(false);
    expect(isSameSelection(new Set(["a"]), new Set(["a", "c"]))).toBe(false);
  });
});
