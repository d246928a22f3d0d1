/** Tables of a font by their tag. */
export type FontTables = ReadonlyMap<string, DataView>;

const WOFF_SIGNATURE = 0x774f4646;
const HEADER_BYTES = 44;
const ENTRY_BYTES = 20;

/** Unpacks the wanted tables of a WOFF 1.0 file (W3C, "WOFF File Format 1.0"). Throws on anything else. */
export async function readWoff(file: Uint8Array<ArrayBuffer>, wanted: readonly string[]): Promise<FontTables> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < HEADER_BYTES || view.getUint32(0) !== WOFF_SIGNATURE) throw new Error("Not a WOFF font");
  const count = view.getUint16(12);
  const tables = new Map<string, DataView>();
  for (let at = HEADER_BYTES; at < HEADER_BYTES + count * ENTRY_BYTES; at += ENTRY_BYTES) {
    const tag = String.fromCharCode(...file.subarray(at, at + 4));
    if (!wanted.includes(tag)) continue;
    const offset = view.getUint32(at + 4);
    const length = view.getUint32(at + 8);
    const packed = file.subarray(offset, offset + length);
    const plain = length < view.getUint32(at + 12) ? await inflate(packed) : packed;
    tables.set(tag, new DataView(plain.buffer, plain.byteOffset, plain.byteLength));
  }
  return tables;
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
