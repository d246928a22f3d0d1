import { expect, test } from "vitest";
import { readSlice } from "../../../test/support/poster-plan.ts";
import { createFontSubset } from "./font-subset.ts";
import { slicesFor } from "./font-slices.ts";

const codesOf = (text: string) => new Set(Array.from(text, (one) => one.codePointAt(0) ?? 0));

test("only the files with the characters of a text are fetched", async () => {
  const fetched: string[] = [];
  await createFontSubset(codesOf("Ledger"), (name) => (fetched.push(name), readSlice(name)));
  expect(fetched).toEqual(["latin"]);
  expect(slicesFor(codesOf("登录 é 🚀")).length).toBeGreaterThan(1);
  expect(slicesFor(codesOf("\ue000"))).toEqual(["latin"]);
});

test("characters of several files stand in one font, each once, Han as wide as the font is tall", async () => {
  const text = "登录页面 Ledger é 登录";
  const font = await createFontSubset(codesOf(text), readSlice);
  const numbers = Array.from(text, (one) => font.glyphOf(one.codePointAt(0) ?? 0));
  expect(new Set(numbers).size).toBe(new Set(text).size);
  expect(numbers[0]).toBe(numbers.at(-2));
  const standing = font.glyphs().flatMap(({ codePoint }) => (codePoint === null ? [] : [codePoint]));
  expect(new Set(standing)).toEqual(codesOf(text));
  expect(font.advanceOf("登".codePointAt(0) ?? 0)).toBe(1000);
  expect(font.advanceOf("i".charCodeAt(0))).toBeLessThan(font.advanceOf("m".charCodeAt(0)));
});

test("a character that no file has gets a box of its own, so that the way back to the text stays", async () => {
  const font = await createFontSubset(codesOf("🦄🦖"), readSlice);
  const [unicorn, dinosaur] = [font.glyphOf(0x1f984), font.glyphOf(0x1f996)];
  expect(unicorn).not.toBe(0);
  expect(unicorn).not.toBe(dinosaur);
});

test("a file that is no font is refused", async () => {
  await expect(createFontSubset(codesOf("a"), () => Promise.resolve(new Uint8Array(100)))).rejects.toThrow("WOFF");
});
