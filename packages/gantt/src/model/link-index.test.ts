import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLinkIndex } from "./link-index.ts";

type Pair = readonly [number, number];

function indexOf(pairs: readonly Pair[]) {
  return createLinkIndex({
    from: Int32Array.from(pairs, ([from]) => from),
    to: Int32Array.from(pairs, ([, to]) => to),
  });
}

function touching(pairs: readonly Pair[], rows: { first: number; end: number }): number[] {
  const found: number[] = [];
  indexOf(pairs).touching(rows, (position) => found.push(position) > 0);
  return found.toSorted((a, b) => a - b);
}

describe("links by the rows they touch", () => {
  test("a link touches the rows of its ends and all between, in either direction", () => {
    const pairs: Pair[] = [
      [2, 9],
      [9, 2],
      [20, 21],
    ];
    expect(touching(pairs, { first: 5, end: 6 })).toEqual([0, 1]);
    expect(touching(pairs, { first: 9, end: 10 })).toEqual([0, 1]);
    expect(touching(pairs, { first: 10, end: 20 })).toEqual([]);
    expect(touching(pairs, { first: 0, end: 2 })).toEqual([]);
  });

  test("without links nothing is found, and the visit may stop the search", () => {
    expect(touching([], { first: 0, end: 10 })).toEqual([]);
    const seen: number[] = [];
    indexOf([
      [0, 1],
      [1, 2],
      [2, 3],
    ]).touching({ first: 0, end: 4 }, (position) => {
      seen.push(position);
      return false;
    });
    expect(seen).toHaveLength(1);
  });

  test("it finds exactly what a scan of all links finds", () => {
    const row = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(row, row), { maxLength: 80 }), row, fc.integer({ min: 1, max: 20 }), (...input) => {
        const [pairs, first, length] = input;
        const scan = pairs.flatMap(([from, to], position) =>
          Math.max(from, to) >= first && Math.min(from, to) < first + length ? [position] : [],
        );
        expect(touching(pairs, { first, end: first + length })).toEqual(scan);
      }),
      { numRuns: 1_000 },
    );
  });
});
