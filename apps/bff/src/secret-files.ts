import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "./config.ts";
import type { Random } from "./random.ts";
import { type EncryptionKey, parseEncryptionKeys } from "./session/encryption-keys.ts";

const OTHERS = 0o007;
const DEMO_KEYS_FILE = "demo-encryption-keys";

/** Reads a secret from a file that nobody else may touch. Throws with words that may be shown. */
export function readSecretFile(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) throw new Error("names no file that can be read");
  if ((stats.mode & OTHERS) !== 0) throw new Error("names a file that other users may read; chmod 600 it");
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Error("names no file that can be read");
  }
}

/** The demo's own keys, made at its first start and kept, so that its sessions outlive a restart. */
export function readOrMakeDemoKeys(
  dataDir: string,
  options: { random: Random },
): readonly [EncryptionKey, ...EncryptionKey[]] {
  const path = join(dataDir, DEMO_KEYS_FILE);
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(path, `demo:${options.random.bytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  }
  const parsed = parseEncryptionKeys(readFileSync(path, "utf8").trim());
  const [first, ...others] = parsed.ok ? parsed.keys : [];
  if (first === undefined) throw new ConfigError([`DATA_DIR: the file ${DEMO_KEYS_FILE} in it is damaged; remove it`]);
  return [first, ...others];
}
