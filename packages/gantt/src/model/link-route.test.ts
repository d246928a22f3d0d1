import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GanttLinkType } from "../types.ts";
import { routeLink } from "./link-route.ts";

const rowHeight = 28;
const bar = (index: number, { x, width }: { x: number; width: number }) => ({
  x,
  y: index * rowHeight + 6,
  width,
  height: 16,
});
const route = (type: GanttLinkType, places: { from: { x: number; width: number }; to: { x: number; width: number } }) =>
  routeLink({ type, from: bar(0, places.from), to: bar(3, places.to), rowHeight });

/** Corners and ends of a path, without its roundings. */
function numbersOf(path: string): number[] {
  return [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map((match) => Number(match[0]));
}

describe("a link", () => {
  test("from end to start drops onto a successor that begins later", () => {
    const { line, head } = route("FS", { from: { x: 0, width: 100 }, to: { x: 120, width: 80 } });
    expect(line.startsWith("M100 14")).toBe(true);
    expect(line.endsWith("L128 89")).toBe(true);
    expect(head).toBe("M128 89l-3.5 -6h7z");
  });

  test("from end to start goes round to a successor that begins earlier", () => {
    const { line, head } = route("FS", { from: { x: 0, width: 100 }, to: { x: 60, width: 80 } });
    expect(line.endsWith("L60 98")).toBe(true);
    expect(head.startsWith("M60 98l-6")).toBe(true);
  });

  test.each([
    ["SS", "M0 14", "L120 98"],
    ["FF", "M100 14", "L200 98"],
    ["SF", "M0 14", "L200 98"],
  ] as const)("of type %s joins the right ends", (type, start, end) => {
    const { line } = route(type, { from: { x: 0, width: 100 }, to: { x: 120, width: 80 } });
    expect(line.startsWith(start)).toBe(true);
    expect(line.endsWith(end)).toBe(true);
  });

  test("has no broken number in its path, wherever the bars are", () => {
    const place = fc.record({ x: fc.integer({ min: -5_000, max: 5_000 }), width: fc.integer({ min: 1, max: 900 }) });
    fc.assert(
      fc.property(fc.constantFrom<GanttLinkType>("FS", "SS", "FF", "SF"), place, place, (type, from, to) => {
        const { line, head } = route(type, { from, to });
        expect(line).not.toMatch(/NaN|Infinity|e-/);
        expect(numbersOf(head).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
