import { brotliDecompressSync, gunzipSync } from "node:zlib";

const PIECE = 16;

/** Finds a secret, or any piece of its marked stretches, in whatever was written or sent. */
export type Canary = { name: string; isIn: (bytes: Uint8Array) => boolean };

/**
 * @param secret looked for in pieces of 16 characters at its start, middle and end, so that a cut one is found too
 */
export function createCanary(name: string, secret: string): Canary {
  const starts = [0, Math.floor(secret.length / 2) - PIECE, secret.length - PIECE].map((start) => Math.max(start, 0));
  const needles = [...new Set(starts)].flatMap((start) => formsOf(secret.slice(start, start + PIECE)));
  return { name, isIn: (bytes) => needles.some((needle) => Buffer.from(bytes).includes(needle)) };
}

/** The ways in which text hides: as it is, escaped, encoded at any alignment, backwards. */
function formsOf(piece: string): string[] {
  const bytes = Buffer.from(piece);
  const base64 = [0, 1, 2].map((shift) =>
    // What the shift and the end of the piece share with their neighbours is cut off.
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [
    piece,
    encodeURIComponent(piece),
    JSON.stringify(piece).slice(1, -1),
    bytes.toString("hex"),
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    piece.split("").toReversed().join(""),
  ];
}

/** A body as the network has it and as the reader sees it. */
export function unpack(bytes: Uint8Array, encoding: string | null): Uint8Array {
  if (encoding === "br") return brotliDecompressSync(bytes);
  return encoding === "gzip" ? gunzipSync(bytes) : bytes;
}
