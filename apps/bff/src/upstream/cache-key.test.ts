import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCacheKey } from "./cache-key.ts";

const hostileText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("", '"', '","', "\\", '\\"', "],[", ":", "{}", "null", "1", "a|b", "\u0000", "\ud800"),
);
const identity = fc.record({ userId: hostileText, domainId: hostileText, generation: hostileText });
const args = fc.dictionary(hostileText, fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true });
const call = fc.record({ identity, method: hostileText, args });

const keyOf = (given: { identity: Parameters<typeof toCacheKey>[0]; method: string; args: unknown }) =>
  toCacheKey(given.identity, given);

describe("toCacheKey", () => {
  it("gives different calls, or the same call of different people, different keys", () => {
    fc.assert(
      fc.property(call, call, (left, right) => {
        const isSame = JSON.stringify(normal(left)) === JSON.stringify(normal(right));
        expect(keyOf(left) === keyOf(right)).toBe(isSame);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives different keys when only one part of the identity differs", () => {
    fc.assert(
      fc.property(call, hostileText, (given, other) => {
        for (const part of ["userId", "domainId", "generation"] as const) {
          fc.pre(given.identity[part] !== other);
          expect(keyOf({ ...given, identity: { ...given.identity, [part]: other } })).not.toBe(keyOf(given));
        }
      }),
    );
  });

  it("does not depend on the order in which arguments are written, or on ones that are not given", () => {
    const identityOf = { userId: "u", domainId: "d", generation: "g" };
    const left = toCacheKey(identityOf, { method: "x", args: { a: 1, b: { c: 2, d: undefined, e: 3 } } });
    const right = toCacheKey(identityOf, { method: "x", args: { b: { e: 3, c: 2 }, a: 1 } });
    expect(left).toBe(right);
  });

  it("tells an empty list from an empty object, and a number from its text", () => {
    const identityOf = { userId: "u", domainId: "d", generation: "g" };
    const keys = [[], {}, "1", 1, null, "", [{}], { 0: {} }].map((value) =>
      toCacheKey(identityOf, { method: "x", args: { value } }),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

/** An order of its own for every part, so that equality can be told without the key builder. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return ["list", ...value.map(normal)];
  if (typeof value !== "object" || value === null) return ["leaf", typeof value, String(value)];
  return [
    "map",
    ...Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, normal(inner)]),
  ];
}
