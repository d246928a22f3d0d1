import { describe, expect, test } from "vitest";
import { chinaCalendar } from "./china-calendar.ts";
import type { IsoDate } from "./days.ts";
import { checkLink } from "./link-check.ts";
import type { LinkType } from "./network.ts";
import { createWorkingCalendar, type DaySpan } from "./working-calendar.ts";

const calendar = createWorkingCalendar(chinaCalendar);
const span = (start: IsoDate | null, end: IsoDate | null): DaySpan => ({ start, end });
const brokenBy = (type: LinkType, lagDays: number, dates: { from: DaySpan; to: DaySpan }) =>
  checkLink({ type, lagDays }, { ...dates, calendar })?.brokenByDays ?? null;

/** Monday to Wednesday, the last working day before the long holiday of 1–7 October 2026; 10 October is worked. */
const from = span("2026-09-28", "2026-09-30");

describe("a link without lag is kept", () => {
  test("FS: by a start after the last day, over a holiday and on one too", () => {
    for (const start of ["2026-10-01", "2026-10-07", "2026-10-08", "2026-10-10"] as const)
      expect(brokenBy("FS", 0, { from, to: span(start, "2026-10-12") }), start).toBe(0);
    expect(brokenBy("FS", 0, { from, to: span("2026-09-30", "2026-10-12") })).toBe(1);
    expect(brokenBy("FS", 0, { from, to: span("2026-09-28", "2026-10-12") })).toBe(3);
    expect(brokenBy("FS", 0, { from, to: span("2026-09-26", "2026-10-12") })).toBe(3);
    expect(brokenBy("FS", 0, { from, to: span("2026-09-24", "2026-10-12") })).toBe(4);
  });

  test("SS: by a start on the first day or later", () => {
    expect(brokenBy("SS", 0, { from, to: span("2026-09-28", "2026-09-28") })).toBe(0);
    expect(brokenBy("SS", 0, { from, to: span("2026-09-26", "2026-09-28") })).toBe(0);
    expect(brokenBy("SS", 0, { from, to: span("2026-09-24", "2026-09-28") })).toBe(1);
  });

  test("FF: by an end on the last day or later", () => {
    expect(brokenBy("FF", 0, { from, to: span("2026-09-01", "2026-09-30") })).toBe(0);
    expect(brokenBy("FF", 0, { from, to: span("2026-09-01", "2026-10-05") })).toBe(0);
    expect(brokenBy("FF", 0, { from, to: span("2026-09-01", "2026-09-29") })).toBe(1);
    expect(brokenBy("FF", 0, { from, to: span("2026-09-01", "2026-09-24") })).toBe(3);
  });

  test("SF: by an end on the working day before the first one, or later", () => {
    expect(brokenBy("SF", 0, { from, to: span("2026-09-20", "2026-09-24") })).toBe(0);
    expect(brokenBy("SF", 0, { from, to: span("2026-09-20", "2026-09-23") })).toBe(1);
    expect(brokenBy("SF", 0, { from, to: span("2026-09-20", "2026-09-20") })).toBe(4);
  });
});

describe("a lag", () => {
  test("asks for that many working days between, make-up days counted and holidays not", () => {
    expect(brokenBy("FS", 2, { from, to: span("2026-10-10", "2026-10-12") })).toBe(0);
    expect(brokenBy("FS", 2, { from, to: span("2026-10-09", "2026-10-12") })).toBe(1);
    expect(brokenBy("FS", 2, { from, to: span("2026-10-01", "2026-10-12") })).toBe(2);
    expect(brokenBy("SS", 3, { from, to: span("2026-10-08", "2026-10-12") })).toBe(0);
    expect(brokenBy("SS", 3, { from, to: span("2026-09-30", "2026-10-12") })).toBe(1);
    expect(brokenBy("FF", 3, { from, to: span("2026-10-08", "2026-10-10") })).toBe(0);
    expect(brokenBy("FF", 3, { from, to: span("2026-10-08", "2026-10-09") })).toBe(1);
    expect(brokenBy("SF", 1, { from, to: span("2026-09-20", "2026-09-28") })).toBe(0);
    expect(brokenBy("SF", 1, { from, to: span("2026-09-20", "2026-09-27") })).toBe(1);
  });

  test("that is negative lets the successor come earlier by so many", () => {
    expect(brokenBy("FS", -1, { from, to: span("2026-09-30", "2026-10-12") })).toBe(0);
    expect(brokenBy("FS", -1, { from, to: span("2026-09-29", "2026-10-12") })).toBe(1);
    expect(brokenBy("FF", -2, { from, to: span("2026-09-01", "2026-09-28") })).toBe(0);
    expect(brokenBy("FF", -2, { from, to: span("2026-09-01", "2026-09-24") })).toBe(1);
  });
});

describe("dates that can't be judged", () => {
  test("missing ones and inverted ones, at either end", () => {
    const whole = span("2026-09-01", "2026-09-02");
    for (const other of [span(null, null), span(null, "2026-09-02"), span("2026-09-02", null)]) {
      expect(checkLink({ type: "FS", lagDays: 0 }, { from: other, to: whole, calendar })).toBeNull();
      expect(checkLink({ type: "FS", lagDays: 0 }, { from: whole, to: other, calendar })).toBeNull();
    }
    expect(brokenBy("FS", 0, { from: span("2026-09-02", "2026-09-01"), to: whole })).toBeNull();
  });

  test("the years 0001 and 9999 are judged like any other", () => {
    const first = span("0001-01-01", "0001-01-05");
    const last = span("9999-12-30", "9999-12-31");
    expect(brokenBy("FS", 0, { from: first, to: last })).toBe(0);
    expect(brokenBy("FS", 0, { from: last, to: first })).toBeGreaterThan(2_500_000);
  });
});
