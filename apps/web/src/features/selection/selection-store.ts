import { createStore, type StoreApi } from "zustand/vanilla";
import { EMPTY_SELECTION, pick, type PickKeys, prune, type SelectionModel, union } from "../../lib/selection-model.ts";

type SelectionState = SelectionModel & {
  pick: (input: { id: string; order: readonly string[] } & PickKeys) => void;
  /** Replaces the whole selection (a box, Select all, the chart). */
  set: (ids: ReadonlySet<string>) => void;
  add: (ids: Iterable<string>) => void;
  prune: (present: ReadonlySet<string>) => void;
  clear: () => void;
};
export type SelectionStore = StoreApi<SelectionState>;

/** One selection: a plan has one, an open Backlog another. */
export function createSelectionStore(): SelectionStore {
  return createStore<SelectionState>()((set) => ({
    ...EMPTY_SELECTION,
    pick: (input) => set((state) => pick(state, input)),
    set: (ids) => set((state) => ({ ids: new Set(ids), anchorId: state.anchorId })),
    add: (ids) => set((state) => ({ ids: union(state.ids, ids) })),
    prune: (present) => set((state) => prune(state, present)),
    clear: () => set((state) => (state.ids.size === 0 ? state : EMPTY_SELECTION)),
  }));
}
