import { defineEndpoint } from "@gantry/api-contract";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { toCheckedText } from "./answer.ts";

const endpoint = defineEndpoint({
  method: "GET",
  path: "/things",
  summary: "Things",
  access: "public",
  answer: v.object({
    before: v.object({ items: v.array(v.string()) }),
    items: v.array(v.object({ id: v.string() })),
    total: v.number(),
    after: v.optional(v.string()),
  }),
  format: "json",
  status: 200,
  errors: [],
});
const answerOf = (count: number, extra: object = {}) => ({
  total: count,
  before: { items: [] },
  after: undefined,
  items: Array.from({ length: count }, (_, index) => ({ id: `$& $1 "${index}" \u2028`, token: "internal", ...extra })),
  secret: "internal",
});

describe("toCheckedText", () => {
  it.each([0, 1, 500, 501, 1000, 1234])(
    "gives the whole of a list of %i, and nothing that the contract does not name",
    async (count) => {
      const { items, total, before } = answerOf(count);
      const expected = { before, items: items.map(({ id }) => ({ id })), total };
      expect(JSON.parse(await toCheckedText(endpoint, answerOf(count)))).toEqual(expected);
    },
  );

  it.each([1, 1234])(
    "refuses an answer of %i rows that breaks the contract, naming the place and no value",
    async (count) => {
      const text = toCheckedText(endpoint, answerOf(count, { id: 42_424_242 }));
      await expect(text).rejects.toThrow(/GET \/things breaks its contract \(.*id: string/);
      await expect(text).rejects.not.toThrow(/42424242/);
    },
  );

  it("lets others have their turn between the slices of a long list", async () => {
    const order: string[] = [];
    const long = toCheckedText(endpoint, answerOf(5000)).then(() => order.push("long"));
    setImmediate(() => order.push("other"));
    await long;
    expect(order).toEqual(["other", "long"]);
  });
});
