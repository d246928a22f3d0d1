import { createStore, type StoreApi } from "zustand/vanilla";
import { type EditHistory, EMPTY_HISTORY, moveToFuture, moveToPast, record } from "./edit-history.ts";

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

export function recordChangeSet(planId: string, changeSetId: string): void {
  historyStore.getState().change(planId, (history) => record(history, changeSetId));
}

export function recordUndo(planId: string, step: { undone: string; by: string }): void {
  historyStore.getState().change(planId, (history) => moveToFuture(history, step));
}

export function recordRedo(planId: string, step: { undone: string; by: string }): void {
  historyStore.getState().change(planId, (history) => moveToPast(history, step));
}
