import { aWorkItem } from "@gantry/testkit";
import { expect, test } from "vitest";
import { toItemFilter } from "./filter-items.ts";
import { toPlanRows } from "./plan-rows.ts";
import { ALL, type PlanSearch } from "./plan-search.ts";
import { toPlanTree } from "./plan-tree.ts";
import { toRevealed } from "./reveal.ts";

const items = [
  aWorkItem({ id: "1", title: "Checkout" }),
  aWorkItem({ id: "2", title: "Card form", parentId: "1" }),
  aWorkItem({ id: "3", title: "Expiry date", parentId: "2" }),
  aWorkItem({ id: "4", title: "Elsewhere" }),
  aWorkItem({ id: "5", title: "Below elsewhere", parentId: "4" }),
];
const byId = new Map(items.map((item) => [item.id, item]));
const shownIn = (search: PlanSearch) =>
  toPlanRows({
    tree: toPlanTree(items),
    sprints: [],
    filter: toItemFilter(search),
    group: search.group ?? null,
    sort: null,
    folded: new Set(search.folded),
    today: "2026-11-20",
  }).rows.map((row) => row.id);

test.each<PlanSearch>([
  { folded: ["1"] },
  { folded: ["2", "4"] },
  { folded: [ALL] },
  { group: "assignee", folded: [ALL] },
  { q: "elsewhere" },
  { type: ["bug"], folded: ["1"] },
])("an item hidden by %o is shown after revealing it", (search) => {
  expect(shownIn(search)).not.toContain("3");
  expect(shownIn({ ...search, ...toRevealed("3", { search, byId }) })).toContain("3");
});

test("what has nothing to do with the item stays folded", () => {
  const search = { folded: ["2", "4"] };
  expect(shownIn({ ...search, ...toRevealed("3", { search, byId }) })).toEqual(["1", "2", "3", "4"]);
});

test("items that are parents of each other can be revealed too", () => {
  const ring = new Map(
    [aWorkItem({ id: "7", parentId: "8" }), aWorkItem({ id: "8", parentId: "7" })].map((item) => [item.id, item]),
  );
  expect(toRevealed("8", { search: { folded: ["7"] }, byId: ring }).folded).toBeUndefined();
});
