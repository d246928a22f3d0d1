import type { Dependency } from "@gantry/api-contract";
import { createNetwork } from "@gantry/schedule";
import { expect, test } from "vitest";
import { en } from "../../i18n/en/index.ts";
import { describeLinks, sayLink, sayLinkFaults } from "./describe-links.ts";

const link = (fromId: string, toId: string, lagDays = 0): Dependency => ({
  fromId,
  toId,
  type: "FS",
  lagDays,
  changedBy: "Wang Lei",
  changedAt: 0,
});
const speech = { words: en, titleOf: (id: string) => id.toUpperCase() };

function describe(id: string, links: readonly Dependency[]) {
  const { linksTo, linksFrom } = createNetwork(links);
  return describeLinks(id, { ...speech, ends: { predecessorsOf: linksTo, successorsOf: linksFrom } });
}

test("an item says what it comes after and before, and nothing where nothing is linked", () => {
  const links = [link("a", "b"), link("b", "c")];
  expect(describe("b", links)).toEqual(["after A", "before C"]);
  expect(describe("a", links)).toEqual(["before B"]);
  expect(describe("z", links)).toEqual([]);
});

test("of many links three are named and the rest counted", () => {
  const links = ["a", "b", "c", "d", "e"].map((id) => link(id, "z"));
  expect(describe("z", links)).toEqual(["after A, B, C and 2 more"]);
});

test("a broken link is a problem of its successor, a ring of its first item", () => {
  const broken = [link("a", "b")];
  expect(sayLinkFaults({ broken, brokenBy: () => 3, rings: [["c", "d", "c"]] }, speech)).toEqual([
    { itemId: "c", text: "Its links go in a ring, so that none of these can begin: C → D → C" },
    { itemId: "b", text: "Comes 3 working days too early after A" },
  ]);
});

test("a link's line says its ends, its type and its lag either way", () => {
  expect(sayLink(link("a", "b"), speech)).toBe("A → B, finish to start");
  expect(sayLink(link("a", "b", -1), speech)).toBe("A → B, finish to start, −1 working day");
});
