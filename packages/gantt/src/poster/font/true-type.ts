import { type FontTables, readWoff } from "./woff.ts";

export type Glyph = {
  /** In thousandths of the font size. */
  advance: number;
  /** Outline as the `glyf` table holds it; empty for a blank. Glyphs that it is made of are named by number. */
  outline: Uint8Array;
};

/** One font file: outlines by glyph number, glyph numbers by character. */
export type TrueType = { glyphOf: (codePoint: number) => number | undefined; glyphAt: (glyph: number) => Glyph };

const TABLES = ["cmap", "glyf", "loca", "head", "hhea", "hmtx"] as const;
export const UNITS_PER_EM = 1000;

/** Reads a WOFF file with TrueType outlines on a grid of 1000. */
export async function readTrueType(file: Uint8Array<ArrayBuffer>): Promise<TrueType> {
  const tables = await readWoff(file, TABLES);
  const head = tableOf(tables, "head");
  if (head.getUint16(18) !== UNITS_PER_EM) throw new Error("The font's grid is not 1000 units");
  const hasLongOffsets = head.getInt16(50) === 1;
  const loca = tableOf(tables, "loca");
  const glyf = tableOf(tables, "glyf");
  const hmtx = tableOf(tables, "hmtx");
  const widthCount = tableOf(tables, "hhea").getUint16(34);
  const characters = readCharacterMap(tableOf(tables, "cmap"));
  const offsetOf = (glyph: number) => (hasLongOffsets ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  return {
    glyphOf: (codePoint) => characters.get(codePoint),
    glyphAt: (glyph) => ({
      advance: hmtx.getUint16(Math.min(glyph, widthCount - 1) * 4),
      outline: bytesOf(glyf, offsetOf(glyph), offsetOf(glyph + 1)),
    }),
  };
}

function tableOf(tables: FontTables, tag: (typeof TABLES)[number]): DataView {
  const table = tables.get(tag);
  if (!table) throw new Error(`The font has no ${tag} table`);
  return table;
}

function bytesOf(table: DataView, from: number, to: number): Uint8Array {
  return new Uint8Array(table.buffer, table.byteOffset + from, to - from);
}

/** All characters of the Unicode subtables of formats 4 and 12 (OpenType, "cmap"). */
function readCharacterMap(cmap: DataView): Map<number, number> {
  const characters = new Map<number, number>();
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const offset = cmap.getUint32(4 + index * 8 + 4);
    const format = cmap.getUint16(offset);
    if (format === 4) readSegments(cmap, { offset, characters });
    if (format === 12) readGroups(cmap, { offset, characters });
  }
  return characters;
}

type Subtable = { offset: number; characters: Map<number, number> };

function readSegments(cmap: DataView, { offset, characters }: Subtable): void {
  const doubleCount = cmap.getUint16(offset + 6);
  const ends = offset + 14;
  const starts = ends + doubleCount + 2;
  const deltas = starts + doubleCount;
  const ranges = deltas + doubleCount;
  for (let segment = 0; segment < doubleCount; segment += 2) {
    const start = cmap.getUint16(starts + segment);
    const range = cmap.getUint16(ranges + segment);
    for (let code = start; code <= cmap.getUint16(ends + segment) && code < 0xffff; code += 1) {
      const found = range === 0 ? code : cmap.getUint16(ranges + segment + range + (code - start) * 2);
      const glyph = found === 0 ? 0 : (found + cmap.getUint16(deltas + segment)) & 0xffff;
      if (glyph !== 0) characters.set(code, glyph);
    }
  }
}

function readGroups(cmap: DataView, { offset, characters }: Subtable): void {
  for (let group = 0; group < cmap.getUint32(offset + 12); group += 1) {
    const at = offset + 16 + group * 12;
    const start = cmap.getUint32(at);
    for (let code = start; code <= cmap.getUint32(at + 4); code += 1)
      characters.set(code, cmap.getUint32(at + 8) + code - start);
  }
}
