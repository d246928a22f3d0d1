import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { EncryptionKey } from "../../session/encryption-keys.ts";

/** What a token opens: one that opens a page opens no feed. */
export type TokenUse = "page" | "feed";

/** Tokens of links: the share's id, the key's id and a signature of both. They hold no secret and are stored nowhere. */
export type ShareTokens = {
  /** Signed with the newest key: the same share gets the same token until the keys change. */
  sign: (use: TokenUse, shareId: string) => string;
  /** The share that a token names, or null where the signature is not ours. Takes the same time either way. */
  verify: (use: TokenUse, token: string) => string | null;
};

/** Without a dot, for addresses with one look like files. */
const FORM = /^([A-Za-z0-9_-]{1,32})-([0-9a-f]{32})[A-Za-z0-9_-]{43}$/;

/** @param keys newest first; a token stays good while its key is listed */
export function createShareTokens(keys: readonly [EncryptionKey, ...EncryptionKey[]]): ShareTokens {
  const signingKeys = keys.map(({ id, bytes }) => ({
    id,
    // Sealed tokens and signatures must not have a key in common.
    bytes: Buffer.from(hkdfSync("sha256", bytes, "", "gantry share links", 32)),
  }));
  const [newest] = signingKeys;
  const toToken = (key: { id: string; bytes: Buffer } | undefined, { use, hex }: { use: TokenUse; hex: string }) => {
    const head = `${key?.id ?? ""}-${hex}`;
    const mac = createHmac("sha256", key?.bytes ?? "").update(JSON.stringify(["share", use, head]));
    return `${head}${mac.digest("base64url")}`;
  };
  return {
    sign: (use, shareId) => toToken(newest, { use, hex: shareId.replaceAll("-", "") }),
    verify: (use, token) => {
      const [, keyId, hex = "0".repeat(32)] = FORM.exec(token) ?? [];
      const key = signingKeys.find(({ id }) => id === keyId);
      // The texts are compared, not the bytes: base64 has more than one text for the same bytes.
      const expected = Buffer.from(toToken(key ?? newest, { use, hex }));
      const given = Buffer.from(token);
      const isSame = given.length === expected.length && timingSafeEqual(given, expected);
      return isSame && key !== undefined ? toUuid(hex) : null;
    },
  };
}

function toUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
