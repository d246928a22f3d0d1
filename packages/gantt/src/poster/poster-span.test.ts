import { toDayNumber } from "@gantry/schedule";
import { expect, test } from "vitest";
import { posterRow, TODAY } from "../../test/support/poster-plan.ts";
import { posterSpan } from "./poster-span.ts";

const plain = { overdue: false, baseline: null, shape: "bar" } as const;

test("a poster spans bars, baselines and the tails of what is late", () => {
  const bar = posterRow(1, { ...plain, start: "2026-11-01", end: "2026-11-05" });
  expect(posterSpan([bar], TODAY)).toEqual({ from: toDayNumber("2026-11-01"), to: toDayNumber("2026-11-05") });
  expect(posterSpan([{ ...bar, overdue: true }], TODAY)?.to).toBe(toDayNumber(TODAY));
  const baseline = { start: "2026-10-01", end: "2026-12-01" } as const;
  expect(posterSpan([{ ...bar, baseline }], TODAY)).toEqual({
    from: toDayNumber("2026-10-01"),
    to: toDayNumber("2026-12-01"),
  });
});

test("absurd dates cost no pages beyond forty years", () => {
  const odd = posterRow(1, { ...plain, start: "0001-01-01", end: "9999-12-31" });
  const span = posterSpan([odd], TODAY);
  expect((span?.to ?? 0) - (span?.from ?? 0)).toBe(366 * 80);
});

test("rows without dates span nothing", () => {
  expect(posterSpan([posterRow(1, { ...plain, start: null, end: null, shape: "none" })], TODAY)).toBeNull();
  expect(posterSpan([], TODAY)).toBeNull();
});
