import { aPlan, aWorkItem } from "@gantry/testkit";
import { expect, test } from "vitest";
import { createCopy, itemsOn, renewPlansOf, takeItems } from "./project-copy.ts";

const copyOf = (...items: ReturnType<typeof aWorkItem>[]) => {
  const copy = createCopy({ domainId: "d", projectId: "p" });
  takeItems(copy, items);
  copy.plans.set("1", { plan: aPlan({ id: "1" }), itemIds: ["a"], readAt: 0, dirties: 0, seenDirties: 0 });
  copy.plans.set("2", { plan: aPlan({ id: "2" }), itemIds: ["b"], readAt: 0, dirties: 0, seenDirties: 0 });
  return copy;
};

test("an answer that is older than what is known changes nothing, whichever came first", () => {
  const copy = copyOf(aWorkItem({ id: "a", title: "new", updatedAt: 9_000 }));
  expect(takeItems(copy, [aWorkItem({ id: "a", title: "old", updatedAt: 5_000 })])).toEqual([]);
  expect(copy.items.get("a")?.title).toBe("new");
});

test("within a second, which one dialect does not tell apart, the later answer counts", () => {
  const copy = copyOf(aWorkItem({ id: "a", title: "first", updatedAt: 9_700 }));
  takeItems(copy, [aWorkItem({ id: "a", title: "second", updatedAt: 9_000 })]);
  expect(copy.items.get("a")?.title).toBe("second");
});

test("only plans on which something changed become others, and their lists of items with them", () => {
  const copy = copyOf(aWorkItem({ id: "a" }), aWorkItem({ id: "b" }));
  const [first, second] = [copy.plans.get("1"), copy.plans.get("2")];
  if (first === undefined || second === undefined) throw new Error("No plans");
  const before = itemsOn(copy, second);
  expect(takeItems(copy, [aWorkItem({ id: "a" })])).toEqual([]);
  const changed = takeItems(copy, [aWorkItem({ id: "a", assignee: null })]);
  expect(renewPlansOf(copy, new Set(changed.map(({ id }) => id)))).toEqual(["1"]);
  expect(copy.plans.get("1")).not.toBe(first);
  expect(copy.plans.get("2")).toBe(second);
  expect(itemsOn(copy, second)).toBe(before);
});
