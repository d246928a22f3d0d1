import { describe, expect, it } from "vitest";
import { barOf, makeAxis, placeOf } from "./span-axis.ts";

describe("the span axis", () => {
  it("runs over six whole months from last month on, also across the new year", () => {
    const axis = makeAxis("2026-11-22");
    expect(axis.months.map((month) => month.day)).toEqual([
      "2026-10-01",
      "2026-11-01",
      "2026-12-01",
      "2027-01-01",
      "2027-02-01",
      "2027-03-01",
    ]);
    expect([axis.start, axis.end]).toEqual(["2026-10-01", "2027-04-01"]);
    expect(makeAxis("2026-01-31").start).toBe("2025-12-01");
  });

  it("gives a one-day plan the width of one day", () => {
    const axis = makeAxis("2026-11-22");
    expect(barOf(axis, { start: "2026-11-02", end: "2026-11-02" })).toEqual({
      kind: "bar",
      from: 32 / 182,
      to: 33 / 182,
      cutLeft: false,
      cutRight: false,
    });
  });

  it("cuts what sticks out and says which side the rest lies on", () => {
    const axis = makeAxis("2026-11-22");
    expect(barOf(axis, { start: "2026-01-01", end: "2028-01-01" })).toEqual({
      kind: "bar",
      from: 0,
      to: 1,
      cutLeft: true,
      cutRight: true,
    });
    expect(barOf(axis, { start: "2026-01-01", end: "2026-09-30" })).toEqual({ kind: "before" });
    expect(barOf(axis, { start: "2027-04-01", end: "2027-04-02" })).toEqual({ kind: "after" });
  });

  it("draws dates that upstream has the wrong way round as the days between them", () => {
    const axis = makeAxis("2026-11-22");
    expect(barOf(axis, { start: "2026-12-10", end: "2026-12-01" })).toEqual(
      barOf(axis, { start: "2026-12-01", end: "2026-12-10" }),
    );
    expect(placeOf(axis, axis.start)).toBe(0);
  });
});
