import { expect, test } from "vitest";
import { en } from "../../i18n/en/index.ts";
import type { Comparison, Shift } from "./compare-baseline.ts";
import { isLate, sayCounts, sayShift, shortShift } from "./say-shift.ts";

const later: Shift = { kind: "later", workingDays: 3, of: "end" };
const earlier: Shift = { kind: "earlier", workingDays: 1, of: "end" };
const startsLater: Shift = { kind: "later", workingDays: 2, of: "start" };

const comparison = (shifts: readonly Shift[], gone = 0): Comparison => ({
  shiftOf: () => null,
  datesOf: () => null,
  changed: shifts.map((shift, place) => ({ id: String(place), shift })),
  gone,
});

test("a shift is said in working days, and its sign is that of the end", () => {
  expect([later, earlier, startsLater].map((shift) => shortShift(shift, en))).toEqual(["+3", "−1", "start +2"]);
  expect(sayShift(later, en)).toBe("3 working days later than the baseline");
  expect(sayShift(earlier, en)).toBe("1 working day earlier than the baseline");
  expect(sayShift(startsLater, en)).toBe("starts 2 working days later than the baseline");
  expect([later, earlier, startsLater, { kind: "new" } as const].map(isLate)).toEqual([true, false, false, false]);
});

test("a move over days off says so instead of counting nothing", () => {
  expect(sayShift({ kind: "later", workingDays: 0, of: "end" }, en)).toBe("later than the baseline by days off only");
});

test("the summary counts the kinds that there are, items that left the plan too", () => {
  const changed = [later, later, earlier, startsLater, { kind: "new" } as const];
  expect(sayCounts(comparison(changed, 2), en)).toBe("2 later, 1 earlier, 1 with another start, 1 new, 2 gone");
  expect(sayCounts(comparison([]), en)).toBe("Nothing changed");
});
