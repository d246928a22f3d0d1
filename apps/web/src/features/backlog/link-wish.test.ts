import { expect, test } from "vitest";
import { allMatching, NOTHING, onlyRows, pickRow } from "./choice.ts";
import { countTaken, toProposal, toWish } from "./link-wish.ts";

const plan = { projectId: "p", planId: "1" };

test("all that match go as a search with exceptions, single rows as ids", () => {
  const choice = pickRow(allMatching("login"), { id: "b", order: ["a", "b"], shift: false, toggle: true });
  const wish = toWish(choice, { total: 12_480, day: "2026-04-22" });
  expect(toProposal(wish, plan)).toEqual({
    kind: "link-matching",
    ...plan,
    search: "login",
    exceptIds: ["b"],
    scheduleUndatedOn: "2026-04-22",
  });
  const few = toWish(onlyRows(NOTHING, ["a", "b"]), { total: 12_480, day: null });
  expect(toProposal(few, plan)).toEqual({ kind: "link", ...plan, itemIds: ["a", "b"] });
  expect(toProposal(toWish(allMatching(""), { total: 3, day: null }), plan)).not.toHaveProperty("search");
});

test("one change set takes ten thousand of them", () => {
  expect(countTaken(toWish(allMatching(""), { total: 12_480, day: null }))).toBe(10_000);
  expect(countTaken(toWish(allMatching(""), { total: 412, day: null }))).toBe(412);
});
