import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createLineCompressor } from "./compress.ts";

/** Text that hardly gets smaller. */
function dense(length: number): string {
  let text = "";
  for (let index = 0; text.length < length; index += 1) {
    text += createHash("sha256").update(String(index)).digest("base64");
  }
  return `${text.slice(0, length)}\n`;
}

describe("lines, compressed one by one", () => {
  test("each line's bytes are there before the next is written, however long it is", async () => {
    const compressor = createLineCompressor();
    const lines = [dense(10), dense(1_000_000), dense(20)];
    const parts: Uint8Array[] = [];
    for (const line of lines) {
      const part = await compressor.push(line);
      expect(part.byteLength).toBeGreaterThan(0);
      parts.push(part);
    }
    parts.push(await compressor.end());
    expect(gunzipSync(Buffer.concat(parts)).toString()).toBe(lines.join(""));
  });
});
