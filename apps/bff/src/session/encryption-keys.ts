/** A named 256-bit key. Sealed data says which key it needs, so old keys stay listed until nothing needs them. */
export type EncryptionKey = { id: string; bytes: Buffer };

const KEY_BYTES = 32;
/** 32 random bytes hold about 30 different values; fewer than this is no accident. */
const MIN_DISTINCT_BYTES = 16;

/** Reads `id:base64,id:base64`, newest first. The problem's words repeat nothing of the input. */
export function parseEncryptionKeys(
  text: string,
): { ok: true; keys: readonly EncryptionKey[] } | { ok: false; problem: string } {
  const keys: EncryptionKey[] = [];
  for (const [index, entry] of text.split(",").entries()) {
    const place = `key ${index + 1}`;
    const match = /^\s*([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]+={0,2})\s*$/.exec(entry);
    const id = match?.[1];
    const base64 = match?.[2];
    if (id === undefined || base64 === undefined) return { ok: false, problem: `${place} must look like id:base64` };
    const bytes = Buffer.from(base64, "base64");
    if (bytes.length !== KEY_BYTES) return { ok: false, problem: `${place} must hold exactly ${KEY_BYTES} bytes` };
    if (isGuessable(bytes)) {
      return { ok: false, problem: `${place} is not random; make one with \`openssl rand -base64 32\`` };
    }
    if (keys.some((key) => key.id === id)) return { ok: false, problem: `${place} has the id of an earlier one` };
    keys.push({ id, bytes });
  }
  return { ok: true, keys };
}

/** Zeros, sequences, repeated or typed text: whatever comes from a sample or a keyboard. */
function isGuessable(bytes: Buffer): boolean {
  const isTyped = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  const step = ((bytes[1] ?? 0) - (bytes[0] ?? 0) + 256) % 256;
  const isSequence = bytes.every((byte, index) => byte === ((bytes[0] ?? 0) + index * step) % 256);
  return isTyped || isSequence || new Set(bytes).size < MIN_DISTINCT_BYTES;
}
