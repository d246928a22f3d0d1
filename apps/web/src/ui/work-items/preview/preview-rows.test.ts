import type { Change, Preview, Skip } from "@gantry/api-contract";
import { expect, test } from "vitest";
import { firstFolds, type PreviewRow, toPreviewRows } from "./preview-rows.ts";
import { countItems, tickedChanges, tickOf, toAgreed, withTicks } from "./ticks.ts";

const aChange = (itemId: string, field: string): Change => ({
  itemId,
  itemNumber: itemId,
  itemTitle: "=cmd()",
  itemType: "task",
  itemShape: "task",
  field,
  from: "a",
  to: "b",
  fromLabel: null,
  toLabel: null,
});
const cause = { itemId: "1", itemNumber: "1", itemTitle: "First", linkType: "FS", lagDays: 2 } as const;
const aSkip = (itemId: string, reason: Skip["reason"]): Skip => ({
  itemId,
  itemNumber: itemId,
  itemTitle: "x",
  field: "start",
  reason,
});
const aPreview = (parts: Partial<Preview>): Preview => ({
  changes: [],
  skipped: [],
  matching: 3,
  taken: 3,
  upstreamCalls: 2,
  upstreamReads: 2,
  estimateMs: 900,
  readAt: 0,
  ...parts,
});
const open = { folded: new Set<Skip["reason"]>() };
const kinds = (rows: readonly PreviewRow[]) => rows.map((row) => row.kind);

test("an item's changes stand together, its title once; what is left alone follows", () => {
  const changes = [aChange("1", "start"), aChange("1", "end"), aChange("2", "start")];
  const rows = toPreviewRows(aPreview({ changes, skipped: [aSkip("3", "no-dates")] }), open);
  expect(kinds(rows)).toEqual(["change", "change", "change", "skips", "reason", "skip"]);
  expect(rows.map((row) => row.kind === "change" && row.isFirstOfItem).slice(0, 3)).toEqual([true, false, true]);
});

test("what a cascade adds is a group of its own, each item with its cause once", () => {
  const changes = [
    { ...aChange("5", "start"), cause },
    { ...aChange("5", "end"), cause },
    aChange("1", "start"),
    { ...aChange("6", "end"), cause },
  ];
  const rows = toPreviewRows(aPreview({ changes }), open);
  expect(kinds(rows)).toEqual(["change", "group", "change", "change", "cause", "change", "cause"]);
  expect(rows[1]).toEqual({ kind: "group", group: "cascade", keys: ["5 start", "5 end", "6 end"], items: 2 });
});

test("where they come first, what can be done stands under a heading of its own", () => {
  const parts = { changes: [aChange("1", "start")], skipped: [aSkip("2", "changed-since")] };
  const rows = toPreviewRows(aPreview(parts), { ...open, skipsFirst: true });
  expect(kinds(rows)).toEqual(["skips", "reason", "skip", "group", "change"]);
  expect(kinds(toPreviewRows(aPreview({ changes: parts.changes }), { ...open, skipsFirst: true }))).toEqual(["change"]);
});

test("the skipped are grouped by reason, those first that want a look, with their counts", () => {
  const skipped = [aSkip("1", "no-change"), aSkip("2", "changed-since"), aSkip("3", "no-change")];
  const rows = toPreviewRows(aPreview({ skipped }), open);
  expect(rows.flatMap((row) => (row.kind === "reason" ? [[row.reason, row.count]] : []))).toEqual([
    ["changed-since", 1],
    ["no-change", 2],
  ]);
});

test("a reason with many rows is folded at first, and shows none of them", () => {
  const skipped = Array.from({ length: 51 }, (_, index) => aSkip(String(index), "no-change"));
  const preview = aPreview({ skipped: [...skipped, aSkip("x", "read-only")] });
  const folded = firstFolds(preview.skipped);
  expect([...folded]).toEqual(["no-change"]);
  expect(kinds(toPreviewRows(preview, { folded }))).toEqual(["skips", "reason", "skip", "reason"]);
});

test("an unticked row is not agreed to, and the agreed ones carry what they replace", () => {
  const changes = [aChange("1", "start"), aChange("1", "end"), aChange("2", "start")];
  const agreed = toAgreed(tickedChanges({ changes }, new Set(["1 end"])));
  expect(agreed).toEqual([
    { itemId: "1", field: "start", from: "a", to: "b" },
    { itemId: "2", field: "start", from: "a", to: "b" },
  ]);
  expect(countItems(agreed)).toBe(2);
});

test("a group's tick stands for all of it, none of it or a part", () => {
  const group = ["1 start", "1 end"];
  expect(tickOf(group, new Set())).toBe(true);
  const none = withTicks(new Set(["9 end"]), group, { on: false });
  expect(tickOf(group, none)).toBe(false);
  expect(tickOf(group, withTicks(none, ["1 end"], { on: true }))).toBe("mixed");
});
