import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFlying, rowWindow } from "./row-window.ts";

const base = { scrollTop: 0, viewHeight: 560, rowHeight: 28, rowCount: 10_000, rowsPerFrame: 0 };

describe("the window of rows", () => {
  test("is the rows in view and four on either side", () => {
    expect(rowWindow(base)).toEqual({ first: 0, end: 24 });
    expect(rowWindow({ ...base, scrollTop: 2_800 })).toEqual({ first: 96, end: 124 });
  });

  test("reaches two frames ahead in the direction of travel", () => {
    expect(rowWindow({ ...base, scrollTop: 2_800, rowsPerFrame: 4 })).toEqual({ first: 96, end: 132 });
    expect(rowWindow({ ...base, scrollTop: 2_800, rowsPerFrame: -4 })).toEqual({ first: 88, end: 124 });
  });

  test("ends with the rows, also when the view hangs over", () => {
    expect(rowWindow({ ...base, rowCount: 5 })).toEqual({ first: 0, end: 5 });
    expect(rowWindow({ ...base, rowCount: 0 })).toEqual({ first: 0, end: 0 });
    expect(rowWindow({ ...base, rowCount: 5, scrollTop: 90_000 })).toEqual({ first: 5, end: 5 });
  });

  test("holds every row in view and never many more, at any speed", () => {
    const anyInput = fc.record({
      scrollTop: fc.integer({ min: 0, max: 270_000 }),
      viewHeight: fc.integer({ min: 0, max: 2_000 }),
      rowHeight: fc.constantFrom(28, 36, 48),
      rowCount: fc.integer({ min: 0, max: 10_000 }),
      rowsPerFrame: fc.double({ min: -5_000, max: 5_000, noNaN: true }),
    });
    fc.assert(
      fc.property(anyInput, (input) => {
        const { first, end } = rowWindow(input);
        const firstInView = Math.floor(input.scrollTop / input.rowHeight);
        const lastInView = Math.ceil((input.scrollTop + input.viewHeight) / input.rowHeight) - 1;
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(input.rowCount);
        const visible = [firstInView, lastInView].filter(
          (row) => row >= 0 && row < input.rowCount && input.viewHeight > 0,
        );
        expect(visible.every((row) => row >= first && row < end)).toBe(true);
        expect(end - first).toBeLessThanOrEqual(input.viewHeight / input.rowHeight + 20);
      }),
    );
  });
});

describe("the speed of a view", () => {
  test("is a flight past eight rows a frame", () => {
    expect([isFlying(8), isFlying(9), isFlying(-9)]).toEqual([false, true, true]);
  });
});
