import type { Change } from "@gantry/api-contract";
import { expect, test } from "vitest";
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

function createSeen() {
  let nowMs = 0;
  const seen = createSeenChanges({ now: () => nowMs, wait: () => Promise.resolve() });
  seen.note({ id: "s1" }, { projectId, changes: [change] });
  const find = (sessionId: string, of: Partial<{ projectId: string; itemId: string; field: string }> = {}) =>
    seen.find({ id: sessionId }, { projectId, itemId: "7", field: "end", ...of });
  return { find, passMinutes: (minutes: number) => void (nowMs += minutes * 60_000) };
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

test("what a preview showed is forgotten after some minutes", () => {
  const { find, passMinutes } = createSeen();
  passMinutes(9);
  expect(find("s1")).not.toBeNull();
  passMinutes(2);
  expect(find("s1")).toBeNull();
});
