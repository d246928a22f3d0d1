import fc from "fast-check";
import { expect, test } from "vitest";
import { toBoundedDetail, toBoundedText } from "./bounded.ts";

const HOSTILE = [
  'one\r\n{"number":1}',
  "\u001b[2J\u001b[31mred",
  "\u202egnp.exe",
  "\u2028\u2029\u0085\u0000\u009b31m",
  "\ud800",
  "\ufeff\u{e0041}\u{e007f}",
];

const isSafe = (text: string) =>
  !/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u.test(text);

test.each(HOSTILE)("what breaks lines, drives terminals or turns text round is taken out of %j", (text) => {
  expect(isSafe(text)).toBe(false);
  expect(isSafe(toBoundedText(text))).toBe(true);
});

test("plain text stays as it is, in any script", () => {
  for (const text of ["Li Na", "李娜 🚀", "Zoë — ok", "=1+1"]) expect(toBoundedText(text)).toBe(text);
});

test("1,000 hostile details, some with fields of a megabyte: one line each, of less than 16 KB", () => {
  const bigTexts = HOSTILE.map((text) => `${text}x`.repeat(Math.ceil(1_000_000 / text.length)));
  const text = fc.oneof(fc.constantFrom(...HOSTILE, ...bigTexts), fc.string({ unit: "binary" }), fc.string());
  const detail = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), fc.oneof(text, fc.array(text)));
  fc.assert(
    fc.property(detail, (given) => {
      const line = JSON.stringify(toBoundedDetail(given));
      expect(Buffer.byteLength(line)).toBeLessThan(16 * 1024);
      expect(isSafe(line)).toBe(true);
    }),
    { numRuns: 1_000, seed: 4 },
  );
});

test("500 ids fit, and what of a list does not fit is counted", () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => String(957294446158852096n + BigInt(index)));
  expect(toBoundedDetail({ itemIds: ids.slice(0, 500) })).toEqual({ itemIds: ids.slice(0, 500) });
  const { itemIds, itemIdsLeft } = toBoundedDetail({ itemIds: ids });
  const kept = Array.isArray(itemIds) ? itemIds.length : 0;
  expect(kept).toBeGreaterThan(500);
  expect(itemIdsLeft).toBe(10_000 - kept);
});
