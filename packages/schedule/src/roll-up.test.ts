import { describe, expect, test } from "vitest";
import { rollUpTree, type Scheduled } from "./roll-up.ts";
import { buildTree } from "./tree.ts";

const item = (id: string, parentId: string | null, rest: Partial<Scheduled> = {}): Scheduled => ({
  id,
  parentId,
  start: null,
  end: null,
  progress: 0,
  ...rest,
});
const rollUp = (...items: Scheduled[]) => rollUpTree(buildTree(items));

describe("roll-up", () => {
  test("a parent spans its leaves and takes their mean progress, every leaf counting the same", () => {
    const sums = rollUp(
      item("top", null, { start: "2020-01-01", end: "2020-01-02", progress: 99 }),
      item("group", "top"),
      item("a", "group", { start: "2026-03-02", end: "2026-03-06", progress: 100 }),
      item("b", "group", { start: "2026-02-02", end: "2026-02-03", progress: 50 }),
      item("c", "top", { start: "2026-04-01", end: "2026-04-30", progress: 0 }),
    );
    expect(sums.get("group")).toEqual({ start: "2026-02-02", end: "2026-03-06", progress: 75, leaves: 2 });
    expect(sums.get("top")).toEqual({ start: "2026-02-02", end: "2026-04-30", progress: 50, leaves: 3 });
  });

  test("leaves with one date, or with both the wrong way round, lie within their parent", () => {
    const sums = rollUp(
      item("top", null),
      item("open", "top", { end: "2026-05-05" }),
      item("inverted", "top", { start: "2026-06-10", end: "2026-06-01" }),
    );
    expect(sums.get("top")).toMatchObject({ start: "2026-05-05", end: "2026-06-10" });
    expect(sums.get("open")).toMatchObject({ start: null, end: "2026-05-05", leaves: 1 });
  });

  test("a parent keeps its own dates where none of its leaves has any", () => {
    const own = { start: "2026-01-05", end: "2026-01-09" } as const;
    expect(rollUp(item("top", null, own), item("leaf", "top")).get("top")).toMatchObject(own);
  });

  test("a ring of parents still adds up", () => {
    const sums = rollUp(item("a", "b", { progress: 10 }), item("b", "a", { progress: 30 }));
    expect(sums.get("a")).toMatchObject({ progress: 30, leaves: 1 });
  });

  test("a chain of 30,000 rolls up to its top", () => {
    const chain = Array.from({ length: 30_000 }, (_, index) => item(`${index}`, index === 0 ? null : `${index - 1}`));
    const leaf = item("leaf", "29999", { start: "2026-11-02", end: "2026-11-06", progress: 40 });
    expect(rollUp(...chain, leaf).get("0")).toEqual({
      start: "2026-11-02",
      end: "2026-11-06",
      progress: 40,
      leaves: 1,
    });
  });
});
