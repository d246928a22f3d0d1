import { createStore, type StoreApi } from "zustand/vanilla";
import {
  drop,
  type EditHistory,
  type EditStep,
  EMPTY_HISTORY,
  moveToFuture,
  moveToPast,
  record,
} from "./edit-history.ts";
import { beginEdit, EMPTY_LINE, endEdit, takeNext, type UndoLine } from "./undo-line.ts";

type HistoryState = {
  byPlan: ReadonlyMap<string, EditHistory>;
  lines: ReadonlyMap<string, UndoLine>;
  change: (planId: string, change: (history: EditHistory) => EditHistory) => void;
  setLine: (planId: string, line: UndoLine) => void;
};

/** What was changed on each plan in this tab; it outlives leaving the plan's page. */
export const historyStore: StoreApi<HistoryState> = createStore<HistoryState>()((set) => ({
  byPlan: new Map(),
  lines: new Map(),
  change: (planId, change) =>
    set(({ byPlan }) => ({ byPlan: new Map(byPlan).set(planId, change(byPlan.get(planId) ?? EMPTY_HISTORY)) })),
  setLine: (planId, line) => set(({ lines }) => ({ lines: new Map(lines).set(planId, line) })),
}));

export function historyOf(state: HistoryState, planId: string): EditHistory {
  return state.byPlan.get(planId) ?? EMPTY_HISTORY;
}

export function lineOf(state: HistoryState, planId: string): UndoLine {
  return state.lines.get(planId) ?? EMPTY_LINE;
}

/** @returns the line before and after */
export function changeLine(
  planId: string,
  change: (line: UndoLine, history: EditHistory) => UndoLine,
): { before: UndoLine; after: UndoLine } {
  const state = historyStore.getState();
  const before = lineOf(state, planId);
  const after = change(before, historyOf(state, planId));
  if (after !== before) state.setLine(planId, after);
  return { before, after };
}

/** Takes what may be put back now off the line; null = nothing may. */
export function takeFromLine(planId: string): ReturnType<typeof takeNext>["take"] {
  const state = historyStore.getState();
  const before = lineOf(state, planId);
  const { line, take } = takeNext(before, historyOf(state, planId));
  if (line !== before) state.setLine(planId, line);
  return take;
}

/** Makes an edit that Undo can mean before it is answered. @param edit answers the step that it recorded, or null */
export async function makingEdit(planId: string, edit: () => Promise<{ stepId: string } | null>): Promise<void> {
  const token = crypto.randomUUID();
  changeLine(planId, (line) => beginEdit(line, token));
  let made: { stepId: string } | null = null;
  try {
    made = await edit();
  } finally {
    changeLine(planId, (line) => endEdit(line, { token, stepId: made?.stepId ?? null }));
  }
}

/** Notes something that was done on the plan, so that Undo takes it next. */
export function recordStep(planId: string, step: EditStep): void {
  historyStore.getState().change(planId, (history) => record(history, step));
}

export function recordUndo(planId: string, step: { undone: string; by: EditStep }): void {
  historyStore.getState().change(planId, (history) => moveToFuture(history, step));
}

export function recordRedo(planId: string, step: { undone: string; by: EditStep }): void {
  historyStore.getState().change(planId, (history) => moveToPast(history, step));
}

export function dropStep(planId: string, id: string): void {
  historyStore.getState().change(planId, (history) => drop(history, id));
}
