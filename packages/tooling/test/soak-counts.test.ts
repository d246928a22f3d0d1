import { expect, test } from "vitest";
import { describeCounts } from "../tasks/soak-counts.mjs";

test("a soak tells of each goal what was done and what went wrong, summed up over its rounds", () => {
  const lines = [
    { goal: "F5", counts: { kills: 15 } },
    { goal: "F1 link", counts: { items: 5_000, lost: 0, doubled: 1, foreign: 0 } },
    { goal: "F1 link", counts: { items: 5_000, lost: 2, doubled: 0, foreign: 0 } },
  ];
  expect(describeCounts(lines.map((line) => JSON.stringify(line)).join("\n"))).toEqual([
    "F1 link: 10,000 items, 2 lost, 1 doubled, 0 foreign",
    "F5: 15 kills",
    "all: 10,000 items, 15 kills, 2 lost, 1 doubled, 0 foreign",
  ]);
});
