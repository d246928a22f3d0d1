import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { systemRandom } from "../random.ts";
import { createSealer } from "./sealing.ts";

const key = (id: string) => ({ id, bytes: randomBytes(32) });
const owner = ["user-1", "domain-1", "row-1"];
const token = "T".repeat(32_768);

describe("createSealer", () => {
  it("gives back what was sealed, and shows nothing of it", () => {
    const sealer = createSealer([key("k")], { random: systemRandom });
    const sealed = sealer.seal(token, owner);
    expect(sealer.unseal(sealed, owner)).toBe(token);
    expect(Buffer.from(sealed.text, "base64").toString("latin1")).not.toContain("TTTT");
  });

  it("seals the same secret differently each time", () => {
    const sealer = createSealer([key("k")], { random: systemRandom });
    expect(sealer.seal(token, owner).text).not.toBe(sealer.seal(token, owner).text);
  });

  it("refuses a text with any one bit flipped, or cut short", () => {
    const sealer = createSealer([key("k")], { random: systemRandom });
    const { keyId, text } = sealer.seal("a token of some length", owner);
    const bytes = Buffer.from(text, "base64");
    for (let index = 0; index < bytes.length * 8; index += 1) {
      const tampered = Buffer.from(bytes);
      tampered[index >> 3] = (tampered[index >> 3] ?? 0) ^ (1 << (index & 7));
      expect(sealer.unseal({ keyId, text: tampered.toString("base64") }, owner)).toBeNull();
    }
    for (let length = 0; length < bytes.length; length += 1) {
      expect(sealer.unseal({ keyId, text: bytes.subarray(0, length).toString("base64") }, owner)).toBeNull();
    }
  });

  it.each([
    ["another user's row", ["user-2", "domain-1", "row-1"]],
    ["another domain's row", ["user-1", "domain-2", "row-1"]],
    ["another session of the same user", ["user-1", "domain-1", "row-2"]],
    ["parts that only join to the same text", ["user-1domain-1", "", "row-1"]],
  ])("refuses a text that was moved to %s", (_name, other) => {
    const sealer = createSealer([key("k")], { random: systemRandom });
    expect(sealer.unseal(sealer.seal(token, owner), other)).toBeNull();
  });

  it("seals under the newest key and still opens what an older one sealed", () => {
    const [old, fresh] = [key("old"), key("new")];
    const sealedBefore = createSealer([old], { random: systemRandom }).seal(token, owner);
    const sealer = createSealer([fresh, old], { random: systemRandom });
    expect(sealer.unseal(sealedBefore, owner)).toBe(token);
    expect(sealer.seal(token, owner).keyId).toBe("new");
  });

  it("opens nothing with a key that was taken away, or another under its name", () => {
    const sealed = createSealer([key("k")], { random: systemRandom }).seal(token, owner);
    expect(createSealer([key("other")], { random: systemRandom }).unseal(sealed, owner)).toBeNull();
    expect(createSealer([key("k")], { random: systemRandom }).unseal(sealed, owner)).toBeNull();
  });
});
