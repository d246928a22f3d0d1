import { type ChangeSetStep, type EditHistory, type EditStep, isSeenFirst, nextRedo } from "./edit-history.ts";

/**
 * Which edits are being made, and what Undo and Redo were asked meanwhile. What is asked before the server has answered
 * means the edit that is being made, and is carried out once that is known, in the order in which it was asked.
 */
export type UndoLine = {
  /** Edits without an answer, oldest first, by ids of their own. */
  making: readonly string[];
  /** The step that is being put back. */
  moving: { mode: UndoMode; id: string } | null;
  waiting: readonly Wait[];
};

export type UndoMode = "undo" | "redo";

/** An undo means one step, or one edit that is being made; a redo what was undone last. */
type Wait = { mode: "undo"; target: string } | { mode: "redo" };

export const EMPTY_LINE: UndoLine = { making: [], moving: null, waiting: [] };

export function isUnderWay({ making, moving }: UndoLine): boolean {
  return moving !== null || making.length > 0;
}

export function beginEdit(line: UndoLine, token: string): UndoLine {
  return { ...line, making: [...line.making, token] };
}

/** @param edit.stepId how it stands in the history; null = it was refused, and what was to undo it has nothing to do */
export function endEdit(line: UndoLine, edit: { token: string; stepId: string | null }): UndoLine {
  const { token, stepId } = edit;
  const isMeant = (wait: Wait) => wait.mode === "undo" && wait.target === token;
  return {
    ...line,
    making: line.making.filter((one) => one !== token),
    waiting:
      stepId === null
        ? line.waiting.filter((wait) => !isMeant(wait))
        : line.waiting.map((wait) => (isMeant(wait) ? { mode: "undo", target: stepId } : wait)),
  };
}

/** Undo: the newest that no earlier press means. Redo takes back an undo that still waits, else what was undone. */
export function press(line: UndoLine, { mode, history }: { mode: UndoMode; history: EditHistory }): UndoLine {
  const { waiting, moving } = line;
  const last = waiting.at(-1);
  if (last !== undefined && last.mode !== mode) return { ...line, waiting: waiting.slice(0, -1) };
  if (mode === "undo") {
    const target = targets(line, history).at(-1);
    return target === undefined ? line : pressFor(line, target);
  }
  const redos = waiting.filter((wait) => wait.mode === "redo").length;
  const isUndoing = moving?.mode === "undo" ? 1 : 0;
  const isRedoing = moving?.mode === "redo" ? 1 : 0;
  const redoable = history.future.length + isUndoing - isRedoing - redos;
  // An edit that is being made leaves nothing to redo.
  return line.making.some((token) => token !== moving?.id) || redoable <= 0
    ? line
    : { ...line, waiting: [...waiting, { mode }] };
}

/** Undo of one step, wherever it stands; a second press of the same does no more. */
export function pressFor(line: UndoLine, target: string): UndoLine {
  const { moving, waiting } = line;
  const isUndone = moving?.mode === "undo" && moving.id === target;
  const isAsked = isUndone || waiting.some((wait) => wait.mode === "undo" && wait.target === target);
  return isAsked ? line : { ...line, waiting: [...waiting, { mode: "undo", target }] };
}

/** What may be put back now, and the line after that; what is no longer there is passed over. */
export function takeNext(
  line: UndoLine,
  history: EditHistory,
): { line: UndoLine; take: { mode: UndoMode; step: EditStep } | null } {
  const [first, ...rest] = line.waiting;
  const isHeldUp = first?.mode === "undo" && line.making.includes(first.target);
  if (first === undefined || line.moving !== null || isHeldUp) return { line, take: null };
  const step = first.mode === "redo" ? nextRedo(history) : (history.past.find(({ id }) => id === first.target) ?? null);
  if (step === null) return takeNext({ ...line, waiting: rest }, history);
  const take = { mode: first.mode, step };
  // A question to a person is not followed by the next one.
  if (isQuestion(step)) return { line: { ...line, waiting: [] }, take };
  return { line: beginMove({ ...line, waiting: rest }, { mode: first.mode, id: step.id }), take };
}

export function isQuestion(step: EditStep): step is ChangeSetStep {
  return step.kind === "change-set" && isSeenFirst(step);
}

/** What a redo brings can be undone again: until it is there, it counts as an edit that is being made. */
function beginMove(line: UndoLine, moving: { mode: UndoMode; id: string }): UndoLine {
  return { ...(moving.mode === "redo" ? beginEdit(line, moving.id) : line), moving };
}

/** @param by the step that put it back; null = it could not be done, and what was asked after it is not done either */
export function endMove(line: UndoLine, by: { stepId: string } | null): UndoLine {
  const { moving } = line;
  const ended = moving === null ? line : endEdit(line, { token: moving.id, stepId: by?.stepId ?? null });
  return { ...ended, moving: null, waiting: by === null ? [] : ended.waiting };
}

/** What an undo can mean, the newest last. */
function targets({ making, moving, waiting }: UndoLine, history: EditHistory): string[] {
  const meant = new Set(waiting.flatMap((wait) => (wait.mode === "undo" ? [wait.target] : [])));
  if (moving?.mode === "undo") meant.add(moving.id);
  return [...history.past.map(({ id }) => id), ...making].filter((id) => !meant.has(id));
}
