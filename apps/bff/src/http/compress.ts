import { promisify } from "node:util";
import { brotliCompress, constants, createGzip, gzip } from "node:zlib";

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

export type Encoding = "br" | "gzip";

/** Smaller answers fit a packet or two anyway. */
const MIN_LENGTH = 1024;
/** About gzip's speed at a better ratio; the default (11) is for files that are compressed once. */
const BROTLI_QUALITY = 4;

/** The best encoding that the caller takes, or null to send as it is. `q=0` means "not this one". */
export function pickEncoding(acceptEncoding: string | null, length: number): Encoding | null {
  if (length < MIN_LENGTH) return null;
  const accepted = new Set(
    (acceptEncoding ?? "")
      .split(",")
      .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
      .map((part) => part.split(";")[0]?.trim().toLowerCase()),
  );
  if (accepted.has("br")) return "br";
  return accepted.has("gzip") ? "gzip" : null;
}

export function compressBody(text: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === "gzip") return compressGzip(text).then(copyless);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  return compressBrotli(text, { params }).then(copyless);
}

/** For files, which are compressed once: small before fast. */
export function compressFile(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  return encoding === "gzip" ? compressGzip(bytes, { level: 9 }).then(copyless) : compressBrotli(bytes).then(copyless);
}

/** Gzip for a stream of lines: `push` gives the bytes of one line at once, so that nothing waits for the next. */
export function createLineCompressor(): {
  push: (line: string) => Promise<Uint8Array>;
  end: () => Promise<Uint8Array>;
} {
  const stream = createGzip();
  const chunks: Uint8Array[] = [];
  // Read as it comes: a line that fills the stream's buffer would keep the flush from ever ending.
  stream.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const take = () => {
    while (stream.readableLength > 0) stream.read();
    return Buffer.concat(chunks.splice(0));
  };
  return {
    push: (line) =>
      new Promise((resolve, reject) => {
        stream.once("error", reject);
        stream.write(line);
        stream.flush(constants.Z_SYNC_FLUSH, () => {
          stream.off("error", reject);
          resolve(take());
        });
      }),
    end: () =>
      new Promise((resolve, reject) => {
        stream.once("error", reject);
        stream.once("end", () => resolve(take()));
        stream.end();
      }),
  };
}

/** zlib's buffers are backed by plain ArrayBuffers; the type alone does not say so. */
function copyless(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return buffer as Uint8Array<ArrayBuffer>;
}
