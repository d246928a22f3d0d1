import { expect, test } from "vitest";
import { type EditHistory, type EditStep, EMPTY_HISTORY, moveToFuture, moveToPast, record } from "./edit-history.ts";
import { beginEdit, EMPTY_LINE, endEdit, endMove, press, pressFor, takeNext, type UndoLine } from "./undo-line.ts";

const step = (id: string, items = 1): EditStep => ({
  kind: "change-set",
  id,
  projectId: "p",
  origin: "drag",
  items,
  fields: ["start"],
});

/** A plan's page without the screen: what was asked is carried out as soon as it may be, and is listed. */
function startPlan(past: readonly string[] = []) {
  let history: EditHistory = past.reduce((known, id) => record(known, step(id)), EMPTY_HISTORY);
  let line: UndoLine = EMPTY_LINE;
  const done: string[] = [];
  let moving: { mode: "undo" | "redo"; id: string } | null = null;
  const look = () => {
    const next = takeNext(line, history);
    ({ line } = next);
    if (next.take === null) return;
    moving = { mode: next.take.mode, id: next.take.step.id };
    done.push(`${moving.mode} ${moving.id}`);
  };
  const then = (after: UndoLine) => {
    line = after;
    look();
  };
  return {
    done,
    line: () => line,
    press: (mode: "undo" | "redo") => then(press(line, { mode, history })),
    pressFor: (id: string) => then(pressFor(line, id)),
    begin: (id: string) => then(beginEdit(line, `making ${id}`)),
    made: (id: string, items = 1) => {
      history = record(history, step(id, items));
      then(endEdit(line, { token: `making ${id}`, stepId: id }));
    },
    refused: (id: string) => then(endEdit(line, { token: `making ${id}`, stepId: null })),
    /** The server has answered what is being put back. */
    answered: (isDone = true) => {
      if (moving === null) throw new Error("Nothing is being put back");
      const { mode, id } = moving;
      const by = step(`${mode} of ${id}`);
      if (isDone) history = (mode === "undo" ? moveToFuture : moveToPast)(history, { undone: id, by });
      then(endMove(line, isDone ? { stepId: by.id } : null));
    },
  };
}

test("an undo asked while an edit is being made takes back that edit, as soon as it is known", () => {
  const plan = startPlan(["old"]);
  plan.begin("new");
  plan.press("undo");
  expect(plan.done).toEqual([]);
  plan.made("new");
  expect(plan.done).toEqual(["undo new"]);
});

test("each press means the newest that none before it means, and they are carried out one after the other", () => {
  const plan = startPlan(["old"]);
  plan.begin("a");
  plan.begin("b");
  for (let times = 0; times < 4; times += 1) plan.press("undo");
  plan.made("a");
  expect(plan.done, "what was asked first comes first").toEqual([]);
  plan.made("b");
  expect(plan.done).toEqual(["undo b"]);
  plan.answered();
  plan.answered();
  plan.answered();
  expect(plan.done, "the fourth had nothing left to mean").toEqual(["undo b", "undo a", "undo old"]);
  expect(plan.line()).toEqual(EMPTY_LINE);
});

test("an edit begun after the press is not what it means", () => {
  const plan = startPlan();
  plan.begin("first");
  plan.press("undo");
  plan.begin("second");
  plan.made("second");
  plan.made("first");
  expect(plan.done).toEqual(["undo first"]);
});

test("an undo of an edit that is refused has nothing to do, and nothing older is taken in its place", () => {
  const plan = startPlan(["old"]);
  plan.begin("new");
  plan.press("undo");
  plan.refused("new");
  expect(plan.done).toEqual([]);
  plan.press("undo");
  expect(plan.done).toEqual(["undo old"]);
});

test("undo and redo asked while an undo is under way follow it", () => {
  const plan = startPlan(["a", "b"]);
  plan.press("undo");
  plan.press("redo");
  expect(plan.done).toEqual(["undo b"]);
  plan.answered();
  expect(plan.done).toEqual(["undo b", "redo undo of b"]);
  plan.press("undo");
  plan.press("undo");
  plan.answered();
  plan.answered();
  expect(plan.done.slice(2), "what was brought back can be undone again").toEqual(["undo redo of undo of b", "undo a"]);
});

test("a redo takes back an undo that still waits, and the other way round", () => {
  const plan = startPlan(["a"]);
  plan.begin("b");
  plan.press("undo");
  plan.press("redo");
  plan.made("b");
  expect(plan.done).toEqual([]);
  plan.press("undo");
  plan.press("redo");
  plan.press("undo");
  plan.answered();
  expect(plan.done).toEqual(["undo b"]);
});

test("there is nothing to redo while an edit is being made, and such a press costs no later one", () => {
  const plan = startPlan(["a"]);
  plan.press("undo");
  plan.answered();
  plan.begin("b");
  plan.press("redo");
  plan.press("undo");
  plan.made("b");
  expect(plan.done).toEqual(["undo a", "undo b"]);
});

test("what could not be put back ends what was asked after it", () => {
  const plan = startPlan(["a", "b", "c"]);
  plan.press("undo");
  plan.press("undo");
  plan.answered(false);
  expect(plan.done).toEqual(["undo c"]);
  expect(plan.line()).toEqual(EMPTY_LINE);
});

test("a question to the person is not followed by the next step", () => {
  const plan = startPlan(["a"]);
  plan.begin("many");
  plan.press("undo");
  plan.press("undo");
  plan.made("many", 30);
  expect(plan.done).toEqual(["undo many"]);
  expect(plan.line()).toEqual(EMPTY_LINE);
});

test("a step that is asked for twice is put back once, wherever it stands", () => {
  const plan = startPlan(["a", "b", "c"]);
  plan.pressFor("a");
  plan.pressFor("a");
  plan.answered();
  expect(plan.done).toEqual(["undo a"]);
  plan.pressFor("gone");
  plan.press("undo");
  expect(plan.done).toEqual(["undo a", "undo c"]);
});
