import { expect, test } from "vitest";
import { EMPTY_HISTORY, moveToFuture, moveToPast, nextRedo, nextUndo, record } from "./edit-history.ts";

test("Undo takes the newest change, Redo the change set that undid it", () => {
  const two = record(record(EMPTY_HISTORY, "a"), "b");
  expect(nextUndo(two)).toBe("b");
  const undone = moveToFuture(two, { undone: "b", by: "undo-b" });
  expect(nextUndo(undone)).toBe("a");
  expect(nextRedo(undone)).toBe("undo-b");
});

test("redoing makes the change undoable again, under its new id", () => {
  const undone = moveToFuture(record(EMPTY_HISTORY, "a"), { undone: "a", by: "undo-a" });
  const redone = moveToPast(undone, { undone: "undo-a", by: "redo-a" });
  expect(nextUndo(redone)).toBe("redo-a");
  expect(nextRedo(redone)).toBeNull();
});

test("a new change forgets what could be redone", () => {
  const undone = moveToFuture(record(EMPTY_HISTORY, "a"), { undone: "a", by: "undo-a" });
  expect(nextRedo(record(undone, "b"))).toBeNull();
});

test("an undo that was already taken elsewhere changes nothing", () => {
  const history = record(EMPTY_HISTORY, "a");
  expect(moveToFuture(history, { undone: "z", by: "undo-z" })).toBe(history);
  expect(moveToPast(history, { undone: "z", by: "redo-z" })).toBe(history);
});

test("the history is bounded", () => {
  let history = EMPTY_HISTORY;
  for (let step = 0; step < 150; step += 1) history = record(history, `c${step}`);
  expect(history.past).toHaveLength(100);
  expect(nextUndo(history)).toBe("c149");
});
