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

type HistoryState = {
  byPlan: ReadonlyMap<string, EditHistory>;
  change: (planId: string, change: (history: EditHistory) => EditHistory) => void;
};

/** What was changed on each plan in this tab; it outlives leaving the plan's page. */
export const historyStore: StoreApi<HistoryState> = createStore<HistoryState>()((set) => ({
  byPlan: new Map(),
  change: (planId, change) =>
    set(({ byPlan }) => ({ byPlan: new Map(byPlan).set(planId, change(byPlan.get(planId) ?? EMPTY_HISTORY)) })),
}));

export function historyOf(state: HistoryState, planId: string): EditHistory {
  return state.byPlan.get(planId) ?? EMPTY_HISTORY;
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
