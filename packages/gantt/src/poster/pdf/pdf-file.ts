export type PdfFile = {
  /** A number for an object that is written later. */
  reserve: () => number;
  /** Writes an object; returns its number. */
  object: (body: string, number?: number) => number;
  /** Writes a compressed stream object; `entries` are its other dictionary entries. */
  stream: (
    content: string | Uint8Array<ArrayBuffer>,
    options?: { entries?: string; number?: number },
  ) => Promise<number>;
  /** The file; nothing may be added after. */
  finish: (options: { root: number; info: number }) => Blob;
};

const encoder = new TextEncoder();

/** The skeleton of a PDF 1.7 file (ISO 32000-1, 7.5): numbered objects, their table, the trailer. */
export function createPdfFile(): PdfFile {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (bytes: Uint8Array<ArrayBuffer>) => {
    parts.push(bytes);
    length += bytes.length;
  };
  const reserve = () => offsets.push(0);
  const begin = (number: number) => {
    offsets[number - 1] = length;
    write(encoder.encode(`${number} 0 obj\n`));
  };
  // The second line tells programs that copy files that this one is binary.
  write(encoder.encode("%PDF-1.7\n"));
  write(Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
  return {
    reserve,
    object: (body, number = reserve()) => {
      begin(number);
      write(encoder.encode(`${body}\nendobj\n`));
      return number;
    },
    stream: async (content, { entries = "", number = reserve() } = {}) => {
      const packed = await deflate(typeof content === "string" ? encoder.encode(content) : content);
      begin(number);
      write(encoder.encode(`<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`));
      write(packed);
      write(encoder.encode("\nendstream\nendobj\n"));
      return number;
    },
    finish: ({ root, info }) => {
      const tableAt = length;
      const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
      const size = offsets.length + 1;
      write(encoder.encode(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}`));
      write(encoder.encode(`trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>\n`));
      write(encoder.encode(`startxref\n${tableAt}\n%%EOF\n`));
      return new Blob(parts, { type: "application/pdf" });
    },
  };
}

/** A text string in any language: UTF-16BE with its mark, in hexadecimal (ISO 32000-1, 7.9.2.2). */
export function pdfText(text: string): string {
  return `<FEFF${utf16Hex(text)}>`;
}

export function utf16Hex(text: string): string {
  let hex = "";
  for (let index = 0; index < text.length; index += 1) hex += text.charCodeAt(index).toString(16).padStart(4, "0");
  return hex;
}

async function deflate(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
