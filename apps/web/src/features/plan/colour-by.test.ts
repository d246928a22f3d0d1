import { aWorkItem } from "@gantry/testkit";
import { expect, test } from "vitest";
import { toColouring } from "./colour-by.ts";

const todo = aWorkItem({ id: "1", status: { id: "1", name: "New", phase: "todo" } });
const doing = aWorkItem({ id: "2" });
const testing = aWorkItem({ id: "3", status: { id: "4", name: "Testing", phase: "doing" } });
const done = aWorkItem({ id: "4", status: { id: "5", name: "Closed", phase: "done" } });

test("status: not begun is grey, done is green, and each status in between has its own colour", () => {
  const { categoryOf, legend } = toColouring([todo, doing, testing, done], "status");
  expect([categoryOf(todo), categoryOf(done)]).toEqual([8, 3]);
  expect(categoryOf(doing)).not.toBe(categoryOf(testing));
  expect(legend).toHaveLength(4);
});

test("people: whoever has most items gets a colour first, nobody is grey, and the rest are named together", () => {
  const items = Array.from({ length: 12 }, (_, index) =>
    aWorkItem({ id: `${index}`, assignee: { id: `p${index}`, numericId: null, name: `Person ${index}` } }),
  );
  const nobody = aWorkItem({ id: "99", assignee: null });
  const { categoryOf, legend } = toColouring([...items, nobody], "assignee");
  expect(categoryOf(nobody)).toBe(8);
  expect(legend.find((entry) => entry.id === null)?.count).toBe(5);
  expect(legend.reduce((sum, entry) => sum + entry.count, 0)).toBe(13);
});
