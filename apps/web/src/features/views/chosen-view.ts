import type { ViewKind } from "@gantry/api-contract";
import { create } from "zustand";

type ChosenStore = { chosen: Partial<Record<ViewKind, string>> };

/** Which tab was pressed last on a page, until the tab is closed: to tell what it was before it was changed. */
export const useChosenViews = create<ChosenStore>()(() => ({ chosen: {} }));

/** @param key of a built-in view, or a saved view's id */
export function rememberView(kind: ViewKind, key: string): void {
  useChosenViews.setState(({ chosen }) => ({ chosen: { ...chosen, [kind]: key } }));
}
