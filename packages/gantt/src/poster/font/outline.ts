const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;
const HAS_INSTRUCTIONS = 0x0100;

/**
 * A copy of an outline for another font: glyphs that it is made of get their numbers there, and instructions go, since
 * they call programs that stay behind (OpenType, "glyf").
 */
export function moveOutline(outline: Uint8Array, renumber: (glyph: number) => number): Uint8Array {
  if (outline.length === 0) return outline;
  const copy = Uint8Array.from(outline);
  const view = new DataView(copy.buffer);
  return view.getInt16(0) >= 0 ? withoutInstructions(copy, view) : withParts(copy, { view, renumber });
}

function withoutInstructions(copy: Uint8Array, view: DataView): Uint8Array {
  const lengthAt = 10 + view.getInt16(0) * 2;
  const length = view.getUint16(lengthAt);
  if (length === 0) return copy;
  view.setUint16(lengthAt, 0);
  const shorter = new Uint8Array(copy.length - length);
  shorter.set(copy.subarray(0, lengthAt + 2));
  shorter.set(copy.subarray(lengthAt + 2 + length), lengthAt + 2);
  return shorter;
}

function withParts(
  copy: Uint8Array,
  { view, renumber }: { view: DataView; renumber: (glyph: number) => number },
): Uint8Array {
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    view.setUint16(at, flags & ~HAS_INSTRUCTIONS);
    view.setUint16(at + 2, renumber(view.getUint16(at + 2)));
    at += 4 + (flags & ARGUMENTS_ARE_WORDS ? 4 : 2);
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_TWO_SCALES) at += 4;
    else if (flags & HAS_MATRIX) at += 8;
    if (!(flags & MORE_COMPONENTS)) return copy.subarray(0, at);
  }
}
