import { expect, test } from "vitest";
import { keysBetween, keysOfRow, nextTickable, tickKeys } from "./preview-keys.ts";
import type { PreviewRow } from "./preview-rows.ts";

const aChange = (key: string): PreviewRow => ({
  kind: "change",
  key,
  isFirstOfItem: true,
  change: {
    itemId: key,
    itemNumber: key,
    itemTitle: key,
    itemType: "task",
    itemShape: "task",
    field: "start",
    from: null,
    to: null,
    fromLabel: null,
    toLabel: null,
  },
});
const rows: PreviewRow[] = [
  aChange("a"),
  aChange("b"),
  { kind: "group", group: "cascade", keys: ["c", "d"], items: 1 },
  aChange("c"),
  aChange("d"),
  { kind: "skips", count: 1 },
  { kind: "reason", reason: "no-change", count: 1, isFolded: true },
];
const plain = { shiftKey: false, ctrlKey: false, metaKey: false };
const press = (key: string, index: number, keys: Partial<typeof plain> = {}) =>
  tickKeys({ key, ...plain, ...keys }, { index, page: 3, rows });

test("a range holds single changes only; a group's heading in it adds nothing of its own", () => {
  expect(keysBetween(rows, { from: 4, to: 1 })).toEqual(["b", "c", "d"]);
  expect(keysOfRow(rows[2])).toEqual(["c", "d"]);
  expect(keysOfRow(rows[5])).toBeNull();
});

test("the arrows go from tick to tick and stop at the ends", () => {
  expect(press("ArrowDown", 1)).toEqual({ kind: "move", index: 2 });
  expect(press("ArrowUp", 0)).toEqual({ kind: "move", index: 0 });
  expect(press("ArrowDown", 4)).toEqual({ kind: "move", index: 4 });
  expect(press("End", 0)).toEqual({ kind: "move", index: 4 });
  expect(press("PageDown", 0)).toEqual({ kind: "move", index: 3 });
});

test("Shift carries the tick along, Ctrl+A means all, letters alone nothing", () => {
  expect(press("ArrowDown", 0, { shiftKey: true })).toEqual({ kind: "extend", index: 1 });
  expect(press("a", 0, { ctrlKey: true })).toEqual({ kind: "all" });
  expect(press("a", 0)).toBeNull();
});

test("a preview without changes has nothing to go to", () => {
  const skips: PreviewRow[] = [{ kind: "skips", count: 3 }];
  expect(nextTickable(skips, { index: 0, step: 1 })).toBeNull();
  expect(tickKeys({ key: "End", ...plain }, { index: 0, page: 1, rows: skips })).toBeNull();
});
