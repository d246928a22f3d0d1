import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Random } from "../random.ts";
import type { EncryptionKey } from "./encryption-keys.ts";

const IV_BYTES = 12;
const TAG_BYTES = 16;

type Sealed = { keyId: string; text: string };

export type Sealer = {
  /** Encrypts under the newest key. `boundTo` must be the same when unsealing: what the secret belongs to. */
  seal: (secret: string, boundTo: readonly string[]) => Sealed;
  /** Null when the key is gone, the text was changed, or it belongs to something else. */
  unseal: (sealed: Sealed, boundTo: readonly string[]) => string | null;
  newestKeyId: string;
};

/** AES-256-GCM with a key id; the first key seals, all of them unseal. */
export function createSealer(keys: readonly EncryptionKey[], options: { random: Random }): Sealer {
  const [newest] = keys;
  if (newest === undefined) throw new Error("A sealer needs at least one key");
  return {
    newestKeyId: newest.id,
    seal: (secret, boundTo) => {
      const iv = options.random.bytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", newest.bytes, iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(toAad(newest.id, boundTo));
      const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return { keyId: newest.id, text: Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64") };
    },
    unseal: ({ keyId, text }, boundTo) => {
      const key = keys.find((candidate) => candidate.id === keyId);
      const bytes = Buffer.from(text, "base64");
      if (key === undefined || bytes.length < IV_BYTES + TAG_BYTES) return null;
      try {
        const iv = bytes.subarray(0, IV_BYTES);
        const decipher = createDecipheriv("aes-256-gcm", key.bytes, iv, { authTagLength: TAG_BYTES });
        decipher.setAAD(toAad(keyId, boundTo));
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const body = bytes.subarray(IV_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}

function toAad(keyId: string, boundTo: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(["gantry.v1", keyId, ...boundTo]), "utf8");
}
