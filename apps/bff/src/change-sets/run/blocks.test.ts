import { expect, test } from "vitest";
import { backOffMs } from "./back-off.ts";
import { toBlocks } from "./blocks.ts";
import type { UpstreamCall } from "../compile/calls.ts";

const linkCall = (items: number): UpstreamCall => ({
  kind: "link",
  itemIds: Array.from({ length: items }, (_, index) => String(index)),
  positions: [],
});
const assign: UpstreamCall = { kind: "scrum-assign", itemIds: ["1"], positions: [], assignedToId: "4091" };

test("blocks hold whole calls of one kind, none more items than is read at once", () => {
  const calls = [...Array.from({ length: 100 }, () => linkCall(100)), ...Array.from({ length: 160 }, () => assign)];
  const blocks = toBlocks(calls);
  expect(blocks.map((block) => block.length)).toEqual([100, 100, 60]);
  expect(blocks.flat()).toEqual(calls);
});

test("back-off grows to half a minute, heeds what CodeArts asks for, and never more than two minutes of it", () => {
  const after = (tries: number, retryAfterMs: number | null = null) =>
    backOffMs(tries, { retryAfterMs, fraction: () => 0.5 });
  expect([1, 2, 3, 10, 100].map((tries) => after(tries))).toEqual([875, 1750, 3500, 26_250, 26_250]);
  expect(after(1, 5_000)).toBe(5_000);
  expect(after(1, 86_400_000)).toBe(120_000);
});
