import { toDayNumber } from "@gantry/schedule";
import { describe, expect, test } from "vitest";
import { row } from "../../test/page/rows.ts";
import type { GanttRow } from "../types.ts";
import { createRowModel, patchRowModel } from "./row-model.ts";

const spanOfRow = (over: Partial<GanttRow>) => createRowModel([row("a", over)]).spanOf(0);
const day = toDayNumber;

describe("rows with their days", () => {
  test("a bar runs from its first to its last day, both included", () => {
    expect(spanOfRow({ start: "2026-04-06", end: "2026-04-10" })).toEqual({
      start: day("2026-04-06"),
      end: day("2026-04-10"),
      open: "none",
      inverted: false,
    });
  });

  test("a bar with one date is that day, open on the other side", () => {
    expect(spanOfRow({ start: null, end: "2026-04-10" })).toMatchObject({
      start: day("2026-04-10"),
      end: day("2026-04-10"),
      open: "start",
    });
    expect(spanOfRow({ start: "2026-04-06", end: null })).toMatchObject({
      start: day("2026-04-06"),
      end: day("2026-04-06"),
      open: "end",
    });
  });

  test("a bar whose end comes before its start is drawn between and marked", () => {
    expect(spanOfRow({ start: "2026-04-10", end: "2026-04-06" })).toEqual({
      start: day("2026-04-06"),
      end: day("2026-04-10"),
      open: "none",
      inverted: true,
    });
  });

  test("a date that no calendar has counts as missing, and nothing throws", () => {
    expect(spanOfRow({ start: "2026-13-45", end: "2026-04-10" })).toMatchObject({ open: "start" });
    expect(spanOfRow({ start: "2026-13-45", end: null })).toBeNull();
  });

  test("a row without dates, or of no shape, has no bar", () => {
    expect(spanOfRow({ start: null, end: null })).toBeNull();
    expect(spanOfRow({ shape: "none" })).toBeNull();
  });

  test("the range spans all bars, and is none without bars", () => {
    const rows = createRowModel([
      row("a"),
      row("b", { start: null, end: "2026-09-01" }),
      row("c", { start: "2026-01-02", end: null }),
    ]);
    expect(rows.range).toEqual({ from: day("2026-01-02"), to: day("2026-09-01") });
    expect(createRowModel([]).range).toBeNull();
  });

  test("frozen rows are read and left as they are", () => {
    const frozen = Object.freeze(row("a"));
    expect(createRowModel(Object.freeze([frozen])).indexOf("a")).toBe(0);
  });
});

describe("rows of which some changed", () => {
  const rows = ["a", "b", "c"].map((id) => row(id));
  const later = row("b", { start: "2026-04-07", end: "2026-09-01" });

  test("keep their places; only the changed ones are read again", () => {
    const before = createRowModel(rows);
    const patch = patchRowModel(before, rows.with(1, later));
    expect(patch?.changed).toEqual([1]);
    expect(patch?.model.places).toBe(before.places);
    expect(patch?.model.at(1)).toBe(later);
    expect(patch?.model.spanOf(1)).toMatchObject({ start: day("2026-04-07"), end: day("2026-09-01") });
    expect(patch?.model.range).toEqual({ from: day("2026-04-06"), to: day("2026-09-01") });
  });

  test("are read as new rows are, whatever changed", () => {
    const withoutDates = row("c", { shape: "none", start: null, end: null });
    const patch = patchRowModel(createRowModel(rows), rows.with(2, withoutDates));
    expect(patch?.model.spanOf(2)).toBeNull();
    expect(patchRowModel(createRowModel([]), [])?.model.range).toBeNull();
  });

  test("are no patch where a row came, went or moved", () => {
    const [a = later, b = later, c = later] = rows;
    for (const others of [
      [a, b],
      [...rows, row("d")],
      [b, a, c],
      [a, row("x"), c],
    ]) {
      expect(patchRowModel(createRowModel(rows), others)).toBeNull();
    }
  });
});
