import type { Change } from "@gantry/api-contract";
import { expect, test } from "vitest";
import { toFacts } from "./facts.ts";
import { createSeenChanges } from "./seen-changes.ts";

const change: Change = {
  itemId: "7",
  itemNumber: "7",
  itemTitle: "Quay wall",
  itemType: "2",
  itemShape: "task",
  field: "end",
  from: "2026-11-20",
  to: "2026-11-27",
  fromLabel: null,
  toLabel: null,
};
const projectId = "a".repeat(32);
const project = { id: projectId, name: "Harbour", kind: "scrum", description: "", updatedAt: null } as const;

function createSeen() {
  let nowMs = 0;
  const seen = createSeenChanges({ now: () => nowMs, wait: () => Promise.resolve() });
  seen.note({ id: "s1" }, { projectId, changes: [change] });
  const find = (sessionId: string, of: Partial<{ projectId: string; itemId: string; field: string }> = {}) =>
    seen.find({ id: sessionId }, { projectId, itemId: "7", field: "end", ...of });
  const facts = toFacts({ project, fields: [], members: [], statuses: [], sprints: [] });
  seen.noteFacts({ id: "s1" }, facts);
  const findFacts = (sessionId: string, id = projectId) => seen.findFacts({ id: sessionId }, id);
  return { find, facts, findFacts, passMinutes: (minutes: number) => void (nowMs += minutes * 60_000) };
}

test("what a preview showed is found for the same session, project, item and field only", () => {
  const { find } = createSeen();
  expect(find("s1")).toEqual(change);
  expect([find("s2"), find("s1", { projectId: "b".repeat(32) }), find("s1", { itemId: "8" })]).toEqual([
    null,
    null,
    null,
  ]);
  expect(find("s1", { field: "start" })).toBeNull();
});

test("what a preview went by is found for the same session and project only", () => {
  const { facts, findFacts } = createSeen();
  expect(findFacts("s1")).toBe(facts);
  expect([findFacts("s2"), findFacts("s1", "b".repeat(32))]).toEqual([null, null]);
});

test("what a preview showed is forgotten after some minutes", () => {
  const { find, findFacts, passMinutes } = createSeen();
  passMinutes(9);
  expect([find("s1"), findFacts("s1")]).not.toContain(null);
  passMinutes(2);
  expect([find("s1"), findFacts("s1")]).toEqual([null, null]);
});
