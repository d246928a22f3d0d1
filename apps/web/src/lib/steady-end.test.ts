import fc from "fast-check";
import { expect, test } from "vitest";
import { steadyEnd } from "./steady-end.ts";

const SECOND = 1_000;

test("a countdown is left alone by estimates that waver a little", () => {
  const wavering = fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), { minLength: 50, maxLength: 50 });
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 3_600 }), wavering, (seconds, parts) => {
      const truth = seconds * SECOND;
      const end = steadyEnd(null, { remainingMs: truth, now: 0 });
      for (const [step, part] of parts.entries()) {
        const now = step * 200;
        expect(steadyEnd(end, { remainingMs: (truth - now) * (1 + part), now })).toBe(end);
      }
    }),
  );
});

test("it comes to a new estimate step by step, and never beyond it", () => {
  let end = steadyEnd(null, { remainingMs: 60 * SECOND, now: 0 });
  const ends = Array.from({ length: 40 }, () => (end = steadyEnd(end, { remainingMs: 300 * SECOND, now: 0 })));
  expect(ends[0]).toBe(60 * SECOND + 0.3 * 240 * SECOND);
  expect(ends).toEqual(ends.toSorted((left, right) => left - right));
  expect(Math.abs(end - 300 * SECOND)).toBeLessThanOrEqual(0.18 * 300 * SECOND);
});
