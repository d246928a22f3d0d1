import { expect, test } from "vitest";
import { aWorkItem } from "@gantry/testkit";
import { countOverdue } from "./item-dates.ts";

test("a parent past its own end is not counted beside its late items", () => {
  const items = [
    aWorkItem({ id: "1", end: "2026-04-10" }),
    aWorkItem({ id: "2", parentId: "1", end: "2026-04-10" }),
    aWorkItem({ id: "3", parentId: "1", end: "2026-04-20" }),
  ];
  expect(countOverdue(items, "2026-04-15")).toBe(1);
});
