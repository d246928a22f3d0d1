import { expect, test } from "vitest";
import { toCsv, toCsvCell } from "./to-csv.ts";

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＠x"])("%j can not run as a formula", (text) => {
  expect(toCsvCell(text).replace(/^"/, "").startsWith("'")).toBe(true);
});

test("quotes, commas and line breaks keep a cell whole", () => {
  expect(toCsvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"');
});

test("a 19-digit id keeps every digit", () => {
  expect(toCsv([["9007199254740993217"]])).toContain("9007199254740993217\r\n");
});

test("the file starts with a byte order mark and ends with a line break", () => {
  expect(toCsv([["标题", "x"]])).toBe("\uFEFF标题,x\r\n");
});
