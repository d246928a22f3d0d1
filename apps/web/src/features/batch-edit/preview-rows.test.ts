import type { Change, Preview } from "@gantry/api-contract";
import { expect, test } from "vitest";
import { changeKeyOf, countItems, toAgreed, toPreviewRows } from "./preview-rows.ts";

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
const preview: Preview = {
  changes: [aChange("1", "start"), aChange("1", "end"), aChange("2", "start")],
  skipped: [{ itemId: "3", itemNumber: "3", itemTitle: "x", field: "start", reason: "no-dates" }],
  matching: 3,
  taken: 3,
  upstreamCalls: 2,
  upstreamReads: 2,
  estimateMs: 900,
  readAt: 0,
};

test("an item's changes stand together, its title once; what is left alone follows", () => {
  const rows = toPreviewRows(preview);
  expect(rows.map((row) => row.kind)).toEqual(["change", "change", "change", "skips", "skip"]);
  expect(rows.map((row) => row.kind === "change" && row.isFirstOfItem)).toEqual([true, false, true, false, false]);
});

test("an unticked row is not agreed to, and the agreed ones carry what they replace", () => {
  const agreed = toAgreed(preview, new Set([changeKeyOf(aChange("1", "end"))]));
  expect(agreed).toEqual([
    { itemId: "1", field: "start", from: "a", to: "b" },
    { itemId: "2", field: "start", from: "a", to: "b" },
  ]);
  expect(countItems(agreed)).toBe(2);
});
