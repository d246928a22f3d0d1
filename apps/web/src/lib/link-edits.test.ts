import type { DependencyEdit, DependencyList } from "@gantry/api-contract";
import { expect, test } from "vitest";
import { turnedRound, withLinkEdits } from "./link-edits.ts";

const terms = { type: "FS", lagDays: 0 } as const;
const list: DependencyList = {
  items: [
    { fromId: "1", toId: "2", ...terms, changedBy: "Li Na", changedAt: 1 },
    { fromId: "2", toId: "1", ...terms, changedBy: "Li Na", changedAt: 1 },
  ],
  readAt: 5,
};
const edits: DependencyEdit[] = [
  { fromId: "1", toId: "2", before: terms, after: null },
  { fromId: "2", toId: "3", before: null, after: { type: "SS", lagDays: 2 } },
];
const shown = ({ items }: DependencyList) => items.map(({ fromId, toId, type }) => `${fromId} ${type} ${toId}`).sort();

test("edits draw, change and remove links by pair and direction", () => {
  expect(shown(withLinkEdits(list, edits, { at: 9 }))).toEqual(["2 FS 1", "2 SS 3"]);
});

test("the same edits turned round put back what was there", () => {
  const edited = withLinkEdits(list, edits, { at: 9 });
  expect(shown(withLinkEdits(edited, turnedRound(edits), { at: 9 }))).toEqual(shown(list));
});
