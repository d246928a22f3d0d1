import { expect, test } from "vitest";
import { type ColumnSizing, isGlyphColumn, widthOfColumn, widthOfColumns } from "./column-layout.ts";

const usual: ColumnSizing = { narrow: false, numberLength: 5, hasYears: false, widths: {} };

test("a width that was set by hand wins over what the content needs", () => {
  const sizing = { ...usual, widths: { end: 140 } };
  expect(widthOfColumn("end", sizing)).toBe(140);
  expect(widthOfColumns(["start", "end"], sizing)).toBe(widthOfColumn("start", usual) + 140);
});

test("long numbers and days of other years get the room they need", () => {
  expect(widthOfColumn("number", { ...usual, numberLength: 12 })).toBeGreaterThan(widthOfColumn("number", usual));
  expect(widthOfColumn("start", { ...usual, hasYears: true })).toBeGreaterThan(widthOfColumn("start", usual));
});

test("a status is its glyph where there is little room, and has its name again where it is made wide", () => {
  const narrow = { ...usual, narrow: true };
  expect(isGlyphColumn("status", usual)).toBe(false);
  expect(isGlyphColumn("status", narrow)).toBe(true);
  expect(isGlyphColumn("status", { ...narrow, widths: { status: 120 } })).toBe(false);
  expect(isGlyphColumn("assignee", { ...usual, widths: { assignee: 120 } })).toBe(false);
});
