import { type Glyph, UNITS_PER_EM } from "./true-type.ts";

/** Of Noto Sans SC, in thousandths. */
export const FONT_METRICS = { ascent: 1160, descent: -288, capHeight: 733, box: [-1002, -1048, 2928, 1808] } as const;

const CHECKSUM_OF_FILE = 0xb1b0afba;

/** A TrueType file with these glyphs in this order and the tables that a PDF needs (ISO 32000-1, 9.9). */
export function writeFontFile(glyphs: readonly Glyph[]): Uint8Array<ArrayBuffer> {
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  const hmtx = new DataView(new ArrayBuffer(glyphs.length * 4));
  let length = 0;
  glyphs.forEach(({ advance, outline }, index) => {
    loca.setUint32(index * 4, length);
    hmtx.setUint16(index * 4, advance);
    hmtx.setInt16(index * 4 + 2, outline.length < 4 ? 0 : new DataView(outline.buffer, outline.byteOffset).getInt16(2));
    length += padded(outline.length);
  });
  loca.setUint32(glyphs.length * 4, length);
  const glyf = new Uint8Array(length);
  glyphs.forEach(({ outline }, index) => glyf.set(outline, loca.getUint32(index * 4)));
  return joinTables([
    ["glyf", glyf],
    ["head", headTable()],
    ["hhea", hheaTable(glyphs)],
    ["hmtx", bytes(hmtx)],
    ["loca", bytes(loca)],
    ["maxp", maxpTable(glyphs)],
  ]);
}

function headTable(): Uint8Array {
  const head = new DataView(new ArrayBuffer(54));
  head.setUint32(0, 0x00010000);
  head.setUint32(4, 0x00010000);
  head.setUint32(12, 0x5f0f3cf5);
  head.setUint16(18, UNITS_PER_EM);
  FONT_METRICS.box.forEach((value, index) => head.setInt16(36 + index * 2, value));
  head.setUint16(46, 6);
  head.setInt16(48, 2);
  head.setInt16(50, 1);
  return bytes(head);
}

function hheaTable(glyphs: readonly Glyph[]): Uint8Array {
  const hhea = new DataView(new ArrayBuffer(36));
  hhea.setUint32(0, 0x00010000);
  hhea.setInt16(4, FONT_METRICS.ascent);
  hhea.setInt16(6, FONT_METRICS.descent);
  hhea.setUint16(
    10,
    glyphs.reduce((most, { advance }) => Math.max(most, advance), 0),
  );
  hhea.setInt16(18, 1);
  hhea.setUint16(34, glyphs.length);
  return bytes(hhea);
}

/** Generous limits: readers only reserve room by them. */
function maxpTable(glyphs: readonly Glyph[]): Uint8Array {
  const maxp = new DataView(new ArrayBuffer(32));
  maxp.setUint32(0, 0x00010000);
  maxp.setUint16(4, glyphs.length);
  const limits = [4096, 512, 4096, 512, 2, 0, 0, 0, 0, 0, 0, 16, 4];
  limits.forEach((limit, index) => maxp.setUint16(6 + index * 2, limit));
  return bytes(maxp);
}

function joinTables(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array<ArrayBuffer> {
  const directoryLength = 12 + tables.length * 16;
  const file = new Uint8Array(tables.reduce((sum, [, table]) => sum + padded(table.length), directoryLength));
  const view = new DataView(file.buffer);
  const largestPower = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, largestPower * 16);
  view.setUint16(8, Math.log2(largestPower));
  view.setUint16(10, (tables.length - largestPower) * 16);
  let offset = directoryLength;
  let headAt = 0;
  tables.forEach(([tag, table], index) => {
    const entry = 12 + index * 16;
    file.set(
      Array.from(tag, (letter) => letter.charCodeAt(0)),
      entry,
    );
    file.set(table, offset);
    view.setUint32(entry + 4, checksum(view, { from: offset, to: offset + padded(table.length) }));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
    if (tag === "head") headAt = offset;
    offset += padded(table.length);
  });
  view.setUint32(headAt + 8, (CHECKSUM_OF_FILE - checksum(view, { from: 0, to: file.length })) >>> 0);
  return file;
}

function checksum(view: DataView, { from, to }: { from: number; to: number }): number {
  let sum = 0;
  for (let at = from; at < to; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function bytes(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
