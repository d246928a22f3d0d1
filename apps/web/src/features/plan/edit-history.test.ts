import type { DependencyEdit } from "@gantry/api-contract";
import { expect, test } from "vitest";
import {
  type ChangeSetStep,
  drop,
  type EditStep,
  EMPTY_HISTORY,
  isSeenFirst,
  moveToFuture,
  moveToPast,
  nextRedo,
  nextUndo,
  record,
} from "./edit-history.ts";
import { turnedRound } from "../../lib/link-edits.ts";

const changeSet = (id: string, parts: Partial<ChangeSetStep> = {}): ChangeSetStep => ({
  kind: "change-set",
  id,
  projectId: "p",
  origin: "drag",
  items: 1,
  fields: ["start", "end"],
  ...parts,
});
const drawn: DependencyEdit = { fromId: "1", toId: "2", before: null, after: { type: "FS", lagDays: 0 } };
const links = (id: string, edits: readonly DependencyEdit[] = [drawn]): EditStep => ({ kind: "links", id, edits });

test("Undo takes the newest change, Redo the change set that undid it", () => {
  const two = record(record(EMPTY_HISTORY, changeSet("a")), changeSet("b"));
  expect(nextUndo(two)).toEqual(changeSet("b"));
  const undone = moveToFuture(two, { undone: "b", by: changeSet("undo-b") });
  expect(nextUndo(undone)).toEqual(changeSet("a"));
  expect(nextRedo(undone)).toEqual(changeSet("undo-b"));
});

test("redoing makes the change undoable again, under its new id", () => {
  const undone = moveToFuture(record(EMPTY_HISTORY, changeSet("a")), { undone: "a", by: changeSet("undo-a") });
  const redone = moveToPast(undone, { undone: "undo-a", by: changeSet("redo-a") });
  expect(nextUndo(redone)).toEqual(changeSet("redo-a"));
  expect(nextRedo(redone)).toBeNull();
});

test("links and change sets share one history, in the order in which they were made", () => {
  const both = record(record(EMPTY_HISTORY, changeSet("a")), links("b"));
  expect(nextUndo(both)).toEqual(links("b"));
  const undone = moveToFuture(both, { undone: "b", by: links("undo-b", turnedRound([drawn])) });
  expect(nextUndo(undone)).toEqual(changeSet("a"));
  expect(nextRedo(undone)).toEqual(links("undo-b", [{ ...drawn, before: drawn.after, after: null }]));
});

test("a step that can't be taken back leaves the history, and the one before it is next", () => {
  const two = record(record(EMPTY_HISTORY, changeSet("a")), links("b"));
  expect(nextUndo(drop(two, "b"))).toEqual(changeSet("a"));
  const undone = moveToFuture(two, { undone: "b", by: links("undo-b") });
  expect(nextRedo(drop(undone, "undo-b"))).toBeNull();
});

test("a new change forgets what could be redone", () => {
  const undone = moveToFuture(record(EMPTY_HISTORY, changeSet("a")), { undone: "a", by: changeSet("undo-a") });
  expect(nextRedo(record(undone, links("b")))).toBeNull();
});

test("an undo that was already taken elsewhere changes nothing", () => {
  const history = record(EMPTY_HISTORY, changeSet("a"));
  expect(moveToFuture(history, { undone: "z", by: changeSet("undo-z") })).toBe(history);
  expect(moveToPast(history, { undone: "z", by: changeSet("redo-z") })).toBe(history);
});

test("the history is bounded", () => {
  let history = EMPTY_HISTORY;
  for (let step = 0; step < 150; step += 1) history = record(history, changeSet(`c${step}`));
  expect(history.past).toHaveLength(100);
  expect(nextUndo(history)).toEqual(changeSet("c149"));
});

test("one moved item is put back at once; several, and links to a plan, are seen first", () => {
  expect(isSeenFirst(changeSet("a"))).toBe(false);
  expect(isSeenFirst(changeSet("a", { items: 2 }))).toBe(true);
  expect(isSeenFirst(changeSet("a", { origin: "link", fields: ["plan"] }))).toBe(true);
});
