import type { IsoDate } from "@gantry/api-contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutBurnUp } from "./chart-model.ts";

const days: readonly IsoDate[] = ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"];
const size = { width: 800, height: 320, until: "2026-12-20" } as const;
const points = (...rows: readonly [scope: number, done: number, unknown: number][]) =>
  rows.map(([scope, done, unknown], index) => ({
    day: days[index] ?? "2026-11-20",
    scope,
    done,
    unknown,
    sources: new Set(["records"] as const),
  }));

test("the line of what is done breaks where that is unknown, and an area stands there", () => {
  const model = layOutBurnUp({ points: points([9, 1, 0], [9, 0, 9], [9, 2, 3], [9, 4, 0]), planned: [] }, size);
  expect(model.done.map((line) => line.length)).toEqual([1, 1]);
  expect(model.unknown).toHaveLength(1);
  const { top, bottom } = model.plot;
  const valueOf = ({ y }: { y: number }) => Math.round(((bottom - y) / (bottom - top)) * 10);
  expect(model.unknown[0]?.map(valueOf)).toEqual([1, 9, 5, 4, 4, 2, 0, 1]);
});

test("what is planned goes up in steps, and on to the last day", () => {
  const planned = [
    { day: "2026-11-20", count: 2 },
    { day: "2026-11-27", count: 6 },
  ] as const;
  const model = layOutBurnUp({ points: points([9, 1, 0]), planned }, size);
  expect(model.planned.map(({ x }) => Math.round(x))).toEqual([44, 217, 217, 784]);
  expect(model.planned[1]?.y).toBe(model.planned[0]?.y);
});

test("everything lies within the plot, whatever the numbers are, and numbers beside rules are whole", () => {
  const row = fc.tuple(fc.nat(30_000), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean());
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const given = points(
        ...rows.map(([scope, share, isKnown]): [number, number, number] => {
          const done = Math.floor(scope * share);
          return [scope, done, isKnown ? 0 : scope - done];
        }),
      );
      const { plot, rules, ...model } = layOutBurnUp({ points: given, planned: [] }, size);
      for (const { x, y } of [model.scope, ...model.done, ...model.unknown].flat()) {
        expect(x).toBeGreaterThanOrEqual(plot.left);
        expect(x).toBeLessThanOrEqual(plot.right);
        expect(y).toBeGreaterThanOrEqual(plot.top - 1e-9);
        expect(y).toBeLessThanOrEqual(plot.bottom + 1e-9);
      }
      expect(rules.every(({ value }) => Number.isInteger(value))).toBe(true);
      expect(rules.length).toBeLessThanOrEqual(6);
    }),
  );
});
