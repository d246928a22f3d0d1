import { expect, test } from "vitest";
import { en } from "../../i18n/en/index.ts";
import type { LinkPair } from "./link-id.ts";
import { type RefusalInput, refusalsOf, sayRefusals } from "./link-refusal.ts";

const parents: Record<string, string> = { child: "parent", grandchild: "child" };
const input: RefusalInput = {
  isItem: (id) => id !== "heading",
  parentOf: (id) => parents[id] ?? null,
  isLinked: ({ fromId, toId }) => fromId === "a" && toId === "b",
  ringClosedBy: (pairs) => (pairs.some(({ fromId }) => fromId === "b") ? ["b", "a", "b"] : null),
};
const pair = (fromId: string, toId: string): LinkPair => ({ fromId, toId });
const kinds = (...pairs: LinkPair[]) => refusalsOf(pairs, input).map(({ kind }) => kind);
const say = (...pairs: LinkPair[]) =>
  sayRefusals(refusalsOf(pairs, input), { words: en, titleOf: (id) => id.toUpperCase() });

test("what can't be linked is refused by what speaks against it", () => {
  expect(kinds(pair("a", "a"))).toEqual(["itself"]);
  expect(kinds(pair("a", "heading"))).toEqual(["heading"]);
  expect(kinds(pair("a", "b"))).toEqual(["exists"]);
  expect(kinds(pair("parent", "grandchild"))).toEqual(["family"]);
  expect(kinds(pair("grandchild", "parent"))).toEqual(["family"]);
  expect(kinds(pair("b", "c"))).toEqual(["ring"]);
  expect(kinds(pair("a", "c"))).toEqual([]);
});

test("the reason names the items by their titles", () => {
  expect(say(pair("b", "c"))).toBe("It would close a ring: B → A → B.");
  expect(say(pair("grandchild", "parent"))).toContain("PARENT contains GRANDCHILD");
});

test("a chain is refused as a whole, with the first reasons and a count of the rest", () => {
  const same = Array.from({ length: 5 }, () => pair("a", "a"));
  expect(kinds(pair("a", "c"), ...same)).toHaveLength(5);
  expect(say(pair("a", "c"), ...same)).toMatch(/^(An item can't wait for itself\. ){3}and 2 more$/);
});

test("more links than one request takes are refused at once", () => {
  expect(kinds(...Array.from({ length: 501 }, (_, place) => pair(`x${place}`, `x${place + 1}`)))).toEqual(["tooMany"]);
});
