import { createStore } from "zustand";

/** The part that is done (0–1), apart from other state: a hundred steps must not draw the dialog a hundred times. */
export function createProgress() {
  return createStore<{ done: number }>()(() => ({ done: 0 }));
}

export type Progress = ReturnType<typeof createProgress>;
