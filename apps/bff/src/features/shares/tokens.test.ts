import { describe, expect, it } from "vitest";
import { createShareTokens } from "./tokens.ts";

const keyOf = (id: string, fill: number) => ({ id, bytes: Buffer.alloc(32, fill) });
const ID = "01234567-89ab-4def-8123-456789abcdef";
const tokens = createShareTokens([keyOf("k1", 1)]);

describe("share tokens", () => {
  it("name their share, and are the same each time", () => {
    const token = tokens.sign("page", ID);
    expect(tokens.verify("page", token)).toBe(ID);
    expect(tokens.sign("page", ID)).toBe(token);
    expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it("are refused when any one character is another, is missing or is added", () => {
    const token = tokens.sign("page", ID);
    for (let at = 0; at < token.length; at += 1) {
      for (const other of ["A", "B", "0", "_", ".", "%"].filter((one) => one !== token[at]))
        expect(
          tokens.verify("page", `${token.slice(0, at)}${other}${token.slice(at + 1)}`),
          `${at} ${other}`,
        ).toBeNull();
      expect(tokens.verify("page", `${token.slice(0, at)}${token.slice(at + 1)}`)).toBeNull();
      expect(tokens.verify("page", `${token.slice(0, at)}A${token.slice(at)}`)).toBeNull();
    }
    expect(tokens.verify("page", `${token}A`)).toBeNull();
  });

  it("have one text alone: another that decodes to the same bytes is refused", () => {
    const token = tokens.sign("page", ID);
    const [head, signature] = [token.slice(0, -43), token.slice(-43)];
    const same = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
      .split("")
      .map((last) => `${signature.slice(0, -1)}${last}`)
      .filter((text) => Buffer.from(text, "base64url").equals(Buffer.from(signature, "base64url")));
    expect(same.length).toBeGreaterThan(1);
    expect(same.filter((text) => tokens.verify("page", `${head}${text}`) !== null)).toEqual([signature]);
  });

  it("open a page or a feed, never the other", () => {
    expect(tokens.verify("feed", tokens.sign("page", ID))).toBeNull();
    expect(tokens.verify("page", tokens.sign("feed", ID))).toBeNull();
  });

  it("stay good after a new key came, until the old one is taken off the list", () => {
    const old = tokens.sign("page", ID);
    const rotated = createShareTokens([keyOf("k2", 2), keyOf("k1", 1)]);
    expect(rotated.verify("page", old)).toBe(ID);
    expect(rotated.sign("page", ID)).toMatch(/^k2-/);
    expect(createShareTokens([keyOf("k2", 2)]).verify("page", old)).toBeNull();
  });

  it("are refused under another key of the same name, and under the name of another key", () => {
    const token = tokens.sign("page", ID);
    expect(createShareTokens([keyOf("k1", 9)]).verify("page", token)).toBeNull();
    const both = createShareTokens([keyOf("k2", 2), keyOf("k1", 1)]);
    expect(both.verify("page", token.replace(/^k1/, "k2"))).toBeNull();
  });

  it.each([
    "",
    ".",
    "..",
    "k1",
    "%00",
    "a".repeat(5_000),
    `k1-${"0".repeat(32)}`,
    `-${"0".repeat(32)}${"A".repeat(43)}`,
  ])("are not %j", (text) => {
    expect(tokens.verify("page", text)).toBeNull();
  });
});
