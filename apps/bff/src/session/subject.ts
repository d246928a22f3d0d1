import { createHmac } from "node:crypto";
import type { EncryptionKey } from "./encryption-keys.ts";

/** Enough to tell one person's tries from another's. */
const HEX_DIGITS = 32;

/**
 * Fingerprints of who was refused, for the audit log: people type passwords where names belong, so names stay out of
 * it, and without the key nobody can try names against a fingerprint.
 */
export function createSubjectOf(key: EncryptionKey): (person: { account: string; userName: string }) => string {
  return ({ account, userName }) =>
    createHmac("sha256", key.bytes)
      .update(JSON.stringify(["audit subject", account, userName]))
      .digest("hex")
      .slice(0, HEX_DIGITS);
}
