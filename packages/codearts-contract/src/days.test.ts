import fc from "fast-check";
import { expect, test } from "vitest";
import { dayToInstantMs, readDay, readInstantMs } from "./days.ts";

test.each([
  ["2026-11-22", "2026-11-22"],
  ["2026-11-22 23:59:59", "2026-11-22"],
  ["2024-02-29", "2024-02-29"],
  // 2026-11-22 00:00 in China, which is still the 21st in UTC.
  ["1795276800000", "2026-11-22"],
  [1_795_276_800_000, "2026-11-22"],
  ["2026-11-21T16:00:00Z", "2026-11-22"],
  ["2026-11-21T15:59:59Z", "2026-11-21"],
])("%j is the plan day %s", (value, day) => {
  expect(readDay(value)).toEqual({ day, bad: null });
});

test.each([null, undefined, "", " ", "--", "null", 0, "0", {}])("%j is no day at all", (value) => {
  expect(readDay(value)).toEqual({ day: null, bad: null });
});

test.each(["2026-02-30", "2026-13-01", "soon", "22/11/2026", "999999999999999", "2025-02-29 10:00:00"])(
  "%j is kept as a bad date, so that it can be shown",
  (value) => {
    expect(readDay(value)).toEqual({ day: null, bad: value });
  },
);

test.each([
  ["2026-11-22 08:30:00", Date.parse("2026-11-22T00:30:00Z")],
  ["2024-01-29T21:26:11Z", Date.parse("2024-01-29T21:26:11Z")],
  ["2020-01-04T09:05:22.701000Z", Date.parse("2020-01-04T09:05:22.701Z")],
  ["1749730042000", 1_749_730_042_000],
  [1_749_730_042_000, 1_749_730_042_000],
  ["2026-13-01 08:30:00", null],
  ["yesterday", null],
  ["", null],
  [null, null],
])("the instant %j is %s", (value, instantMs) => {
  expect(readInstantMs(value)).toBe(instantMs);
});

test("a day written as an instant reads back as the same day, whatever the day", () => {
  const days = fc.date({
    min: new Date(Date.UTC(1900, 0, 1)),
    max: new Date(Date.UTC(2200, 0, 1)),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(readDay(String(dayToInstantMs(day)))).toEqual({ day, bad: null });
    }),
  );
});
