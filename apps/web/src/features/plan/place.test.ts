import type { IsoDate } from "@gantry/api-contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromPlace, toPlace } from "./place.ts";

const rowIds = fc.option(fc.constantFrom("58213", "1000000000000000001", "assignee-none", "type-RR%2C%20odd%2Etype"));
const places = fc
  .record({
    day: fc.constantFrom<IsoDate>("2026-11-02", "1970-01-01", "9999-12-31"),
    dayOffsetPx: fc.integer({ min: 0, max: 900 }),
    rowId: rowIds,
    rowOffsetPx: fc.integer({ min: 0, max: 47 }),
    focusedRowId: rowIds,
  })
  .map((place) => ({ ...place, rowOffsetPx: place.rowId === null ? 0 : place.rowOffsetPx }));

test("any place comes back from the address as it was", () => {
  fc.assert(
    fc.property(places, (place) => {
      const address = new URLSearchParams({ at: fromPlace(place) }).toString();
      expect(toPlace(new URLSearchParams(address).get("at") ?? "")).toEqual(place);
    }),
  );
});

test("a place reads well in an address", () => {
  const place = {
    day: "2026-11-02",
    dayOffsetPx: 5.4,
    rowId: "58213",
    rowOffsetPx: 12,
    focusedRowId: "58213",
  } as const;
  expect(fromPlace(place)).toBe("2026-11-02.5,58213.12,58213");
});

test("what is no place is none, and rows that can't be read are left out", () => {
  for (const text of [undefined, "", "today", "2026-13-45.0", "2026-11-02", "2026-11-02.x,5.1"]) {
    expect(toPlace(text)).toBeNull();
  }
  expect(toPlace("2026-11-02.0,58213,77")).toMatchObject({ rowId: null, focusedRowId: "77" });
});
