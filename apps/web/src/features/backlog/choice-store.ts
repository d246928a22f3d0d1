import { createStore, type StoreApi } from "zustand/vanilla";
import { type Choice, NOTHING } from "./choice.ts";

export type ChoiceStore = StoreApi<{ choice: Choice; choose: (choice: Choice) => void }>;

/** What is chosen in one plan's Backlog; it outlives closing the panel. */
export function createChoiceStore(): ChoiceStore {
  return createStore((set) => ({ choice: NOTHING, choose: (choice) => set({ choice }) }));
}
