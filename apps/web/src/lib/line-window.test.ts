import { describe, expect, it } from "vitest";
import { lineAt, partsOf, toTops, windowOf } from "./line-window.ts";

const heights = Array.from({ length: 3_000 }, (_, index) => (index % 7 === 0 ? 44 : 92));
const tops = toTops(heights);
const end = tops.at(-1) ?? 0;

describe("the window on a long list", () => {
  it("always covers the view, with lines to spare but not many", () => {
    for (let above = 0; above < end - 845; above += 371) {
      const { first, last } = windowOf(tops, { above, height: 845 });
      expect(tops[first]).toBeLessThanOrEqual(above);
      expect(tops[last]).toBeGreaterThanOrEqual(above + 845);
      expect(last - first).toBeLessThan(25);
    }
  });

  it("finds the line at a height", () => {
    for (const index of [0, 1, 6, 7, 8, 2_998, 2_999]) {
      expect(lineAt(tops, tops[index] ?? 0)).toBe(index);
      expect(lineAt(tops, (tops[index + 1] ?? 0) - 1)).toBe(index);
    }
    expect(lineAt(tops, end + 500)).toBe(2_999);
    expect(lineAt([0], 10)).toBe(0);
  });

  it("keeps the list's height, whatever of it stands in the page, and the line with the focus in it", () => {
    for (const kept of [0, 1_000, 1_010, 2_999])
      for (const window of [
        { first: 0, last: 40 },
        { first: 1_000, last: 1_050 },
        { first: 2_960, last: 3_000 },
      ]) {
        const parts = partsOf(tops, { window, kept });
        const sum = parts.reduce(
          (all, part) => all + (part.kind === "gap" ? part.height : (heights[part.index] ?? 0)),
          0,
        );
        expect(sum).toBe(end);
        expect(parts).toContainEqual({ kind: "line", index: kept });
      }
  });

  it("keeps no line that is no longer there", () => {
    const window = { first: 8, last: 24 };
    expect(partsOf(tops, { window, kept: 5_000 })).toEqual(partsOf(tops, { window, kept: null }));
  });

  it("of nothing is nothing", () => {
    expect(partsOf([0], { window: windowOf([0], { above: 0, height: 800 }), kept: null })).toEqual([]);
  });
});
