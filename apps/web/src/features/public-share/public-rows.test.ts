import type { PublicItem } from "@gantry/api-contract";
import { describe, expect, it } from "vitest";
import { formatOf } from "../../i18n/format.ts";
import { en } from "../../i18n/en/index.ts";
import { toPublicRows } from "./public-rows.ts";

const given = { words: en, format: formatOf("en"), today: "2026-11-22", folded: new Set<string>() } as const;
const item = (changes: Partial<PublicItem>): PublicItem => ({
  key: "1",
  parentKey: null,
  number: "9001",
  title: "Write path",
  type: "task",
  shape: "task",
  status: { name: "Doing", phase: "doing" },
  assignee: null,
  start: "2026-11-02",
  end: "2026-11-06",
  progress: 40,
  ...changes,
});

describe("rows of a shared plan", () => {
  it("name an item by what is not hidden: title, else type and number, else type", () => {
    const rows = toPublicRows(
      [item({}), item({ key: "2", title: null }), item({ key: "3", title: null, number: null })],
      given,
    );
    expect(rows.map(({ gantt }) => gantt.title)).toEqual(["Write path", "Task 9001", "Task"]);
  });

  it("keep the tree, roll parents up, and leave out what is folded", () => {
    const items = [
      item({ key: "1", start: null, end: null }),
      item({ key: "2", parentKey: "1", end: "2026-12-04", progress: 0 }),
      item({ key: "3", parentKey: "1", progress: 100 }),
    ];
    const [parent, ...children] = toPublicRows(items, given);
    expect(parent?.gantt).toMatchObject({ shape: "summary", start: "2026-11-02", end: "2026-12-04", progress: 50 });
    expect(children.map(({ gantt }) => gantt.level)).toEqual([2, 2]);
    expect(toPublicRows(items, { ...given, folded: new Set(["1"]) })).toHaveLength(1);
  });

  it("mark what is open past its end, and let nothing be moved", () => {
    const done = { name: "Closed", phase: "done" } as const;
    const rows = toPublicRows([item({}), item({ key: "2", status: done })], given);
    expect(rows.map(({ gantt }) => [gantt.overdue, gantt.lockedReason])).toEqual([
      [true, "Read only"],
      [false, "Read only"],
    ]);
  });
});
