import { moveOutline } from "./outline.ts";
import { type Glyph, readTrueType, type TrueType } from "./true-type.ts";
import { slicesFor } from "./font-slices.ts";
import { writeFontFile } from "./write-font-file.ts";

/** Fetches one slice of the font, a WOFF file. */
export type ReadSlice = (name: string) => Promise<Uint8Array<ArrayBuffer>>;

/** One font made of the characters that a document uses, whichever files they come from. */
export type FontSubset = {
  /** Number of a character's glyph in the new font. A character that no file has gets a box of its own. */
  glyphOf: (codePoint: number) => number;
  /** In thousandths of the font size. */
  advanceOf: (codePoint: number) => number;
  /** Advances by glyph number, and the text that each glyph stands for. */
  glyphs: () => readonly { advance: number; codePoint: number | null }[];
  toFile: () => Uint8Array<ArrayBuffer>;
};

const MOST_GLYPHS = 0xffff;

/** Reads the slices that have these characters. */
export async function createFontSubset(codePoints: ReadonlySet<number>, readSlice: ReadSlice): Promise<FontSubset> {
  const fonts = await Promise.all(slicesFor(codePoints).map(async (name) => readTrueType(await readSlice(name))));
  const glyphs: (Glyph & { codePoint: number | null })[] = [];
  const numbers = new Map<number, number>();
  const parts = new Map<string, number>();

  const add = (glyph: Glyph, codePoint: number | null) => glyphs.push({ ...glyph, codePoint }) - 1;
  const missing = fonts[0]?.glyphAt(0) ?? { advance: 1000, outline: new Uint8Array() };
  add(missing, null);

  /** A glyph that others are made of, added once. */
  const partOf = (font: TrueType, glyph: number): number => {
    const key = `${fonts.indexOf(font)}/${glyph}`;
    const known = parts.get(key);
    if (known !== undefined) return known;
    const { advance, outline } = font.glyphAt(glyph);
    const number = add({ advance, outline: moveOutline(outline, (part) => partOf(font, part)) }, null);
    parts.set(key, number);
    return number;
  };

  const glyphOf = (codePoint: number): number => {
    const known = numbers.get(codePoint);
    if (known !== undefined) return known;
    if (glyphs.length >= MOST_GLYPHS) return 0;
    const font = fonts.find((one) => one.glyphOf(codePoint) !== undefined);
    const found = font?.glyphOf(codePoint);
    const glyph = font === undefined || found === undefined ? missing : font.glyphAt(found);
    const outline = font === undefined ? glyph.outline : moveOutline(glyph.outline, (part) => partOf(font, part));
    const number = add({ advance: glyph.advance, outline }, codePoint);
    numbers.set(codePoint, number);
    return number;
  };

  return {
    glyphOf,
    advanceOf: (codePoint) => glyphs[glyphOf(codePoint)]?.advance ?? 0,
    glyphs: () => glyphs,
    toFile: () => writeFontFile(glyphs),
  };
}
