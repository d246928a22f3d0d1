import type { FontSubset } from "../font/font-subset.ts";
import { FONT_METRICS } from "../font/write-font-file.ts";
import { type PdfFile, utf16Hex } from "./pdf-file.ts";

const NAME = "GANTRY+NotoSansSC-Regular";
/** A CMap section holds at most a hundred entries. */
const MOST_ENTRIES = 100;

/** Writes the font as a composite one whose codes are its glyph numbers (ISO 32000-1, 9.7), with the way back to text. */
export async function writeFont(file: PdfFile, { font, number }: { font: FontSubset; number: number }): Promise<void> {
  const bytes = font.toFile();
  const fontFile = await file.stream(bytes, { entries: `/Length1 ${bytes.length}` });
  const { ascent, descent, capHeight, box } = FONT_METRICS;
  const descriptor = file.object(
    `<< /Type /FontDescriptor /FontName /${NAME} /Flags 4 /FontBBox [${box.join(" ")}] /ItalicAngle 0 ` +
      `/Ascent ${ascent} /Descent ${descent} /CapHeight ${capHeight} /StemV 80 /FontFile2 ${fontFile} 0 R >>`,
  );
  const widths = font.glyphs().map(({ advance }) => advance);
  const descendant = file.object(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${NAME} /CIDToGIDMap /Identity ` +
      `/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ` +
      `/FontDescriptor ${descriptor} 0 R /DW 1000 /W [0 [${widths.join(" ")}]] >>`,
  );
  const toUnicode = await file.stream(toUnicodeMap(font));
  file.object(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${NAME} /Encoding /Identity-H ` +
      `/DescendantFonts [${descendant} 0 R] /ToUnicode ${toUnicode} 0 R >>`,
    number,
  );
}

function toUnicodeMap(font: FontSubset): string {
  const entries = font
    .glyphs()
    .flatMap(({ codePoint }, glyph) =>
      codePoint === null ? [] : [`<${glyphHex(glyph)}> <${utf16Hex(String.fromCodePoint(codePoint))}>`],
    );
  const sections: string[] = [];
  for (let from = 0; from < entries.length; from += MOST_ENTRIES) {
    const some = entries.slice(from, from + MOST_ENTRIES);
    sections.push(`${some.length} beginbfchar\n${some.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
    ...sections,
    "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
  ].join("\n");
}

/** A glyph's code in a text operator. */
export function glyphHex(glyph: number): string {
  return glyph.toString(16).padStart(4, "0");
}
