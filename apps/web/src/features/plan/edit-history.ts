import { type ChangeSet, type DependencyEdit, LINK_FIELD } from "@gantry/api-contract";

/**
 * One thing that was changed on a plan: a change set, or links. Undoing it makes another such step: a change set that
 * puts the values back, or the same edits turned round.
 */
export type EditStep = ChangeSetStep | { kind: "links"; id: string; edits: readonly DependencyEdit[] };

export type ChangeSetStep = { kind: "change-set" } & Pick<
  ChangeSet,
  "id" | "projectId" | "origin" | "items" | "fields"
>;

export function toStep({ id, projectId, origin, items, fields }: ChangeSet): ChangeSetStep {
  return { kind: "change-set", id, projectId, origin, items, fields };
}

/** One item is put back at once; of more, and of what can't be taken back, a person sees first what will happen. */
export function isSeenFirst(step: ChangeSetStep): boolean {
  return step.items > 1 || step.fields.includes(LINK_FIELD);
}

/** What Undo and Redo point at: steps taken on this plan in this tab, oldest first. Redoing is undoing what undid. */
export type EditHistory = { past: readonly EditStep[]; future: readonly EditStep[] };

export const EMPTY_HISTORY: EditHistory = { past: [], future: [] };

const MAX_STEPS = 100;

/** A new step: what was undone before can't be redone any more. */
export function record(history: EditHistory, step: EditStep): EditHistory {
  return { past: [...history.past, step].slice(-MAX_STEPS), future: [] };
}

export function nextUndo(history: EditHistory): EditStep | null {
  return history.past.at(-1) ?? null;
}

export function nextRedo(history: EditHistory): EditStep | null {
  return history.future.at(-1) ?? null;
}

/** After step `undone` was put back by `by`. An id that is no longer there changes nothing. */
export function moveToFuture(history: EditHistory, step: { undone: string; by: EditStep }): EditHistory {
  if (!has(history.past, step.undone)) return history;
  return { past: without(history.past, step.undone), future: [...history.future, step.by] };
}

/** After the undoing step `undone` was itself put back by `by`. */
export function moveToPast(history: EditHistory, step: { undone: string; by: EditStep }): EditHistory {
  if (!has(history.future, step.undone)) return history;
  return { past: [...history.past, step.by], future: without(history.future, step.undone) };
}

/** Forgets a step that can't be taken back: somebody changed since what it changed. */
export function drop(history: EditHistory, id: string): EditHistory {
  return { past: without(history.past, id), future: without(history.future, id) };
}

function has(steps: readonly EditStep[], id: string): boolean {
  return steps.some((step) => step.id === id);
}

function without(steps: readonly EditStep[], id: string): EditStep[] {
  return steps.filter((step) => step.id !== id);
}
