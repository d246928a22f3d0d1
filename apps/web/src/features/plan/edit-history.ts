/**
 * What Undo and Redo point at: ids of change sets made on this plan in this tab, oldest first. Undoing makes a
 * change set too, and redoing is undoing that one.
 */
export type EditHistory = { past: readonly string[]; future: readonly string[] };

export const EMPTY_HISTORY: EditHistory = { past: [], future: [] };

const MAX_STEPS = 100;

/** A new change: what was undone before can't be redone any more. */
export function record(history: EditHistory, changeSetId: string): EditHistory {
  return { past: [...history.past, changeSetId].slice(-MAX_STEPS), future: [] };
}

export function nextUndo(history: EditHistory): string | null {
  return history.past.at(-1) ?? null;
}

export function nextRedo(history: EditHistory): string | null {
  return history.future.at(-1) ?? null;
}

/** After `undone` was put back by change set `by`. An id that is no longer there changes nothing. */
export function moveToFuture(history: EditHistory, step: { undone: string; by: string }): EditHistory {
  if (!history.past.includes(step.undone)) return history;
  return { past: history.past.filter((id) => id !== step.undone), future: [...history.future, step.by] };
}

/** After the undoing change set `undone` was itself put back by `by`. */
export function moveToPast(history: EditHistory, step: { undone: string; by: string }): EditHistory {
  if (!history.future.includes(step.undone)) return history;
  return { past: [...history.past, step.by], future: history.future.filter((id) => id !== step.undone) };
}
