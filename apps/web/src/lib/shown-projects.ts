import { useCallback, useEffect, useState } from "react";
import { create } from "zustand";

/** Ids of projects, or all that the reader sees. */
export type ShownProjects = readonly string[] | "all";

/** What each part of the page shows now. */
const useParts = create<{ parts: ReadonlyMap<object, ShownProjects> }>()(() => ({ parts: new Map() }));

/** For what scrolls: the given function tells which projects are in view; it may be called as often as one likes. */
export function useTellShown(): (shown: ShownProjects) => void {
  const [part] = useState(() => ({}));
  useEffect(() => () => change((parts) => parts.delete(part)), [part]);
  return useCallback(
    (shown: ShownProjects) => {
      const before = useParts.getState().parts.get(part);
      if (before === undefined || !isSame(before, shown)) change((parts) => parts.set(part, shown));
    },
    [part],
  );
}

/** Tells which projects a page shows, whatever of it is in view. */
export function useShownProjects(shown: ShownProjects): void {
  const tell = useTellShown();
  useEffect(() => tell(shown), [tell, shown]);
}

/** Everything that is shown, each project once. */
export function shownProjects(): ShownProjects {
  const parts = [...useParts.getState().parts.values()];
  const ids = parts.flatMap((shown) => (shown === "all" ? [] : shown));
  return parts.includes("all") ? "all" : [...new Set(ids)];
}

/** Returns the function that ends the subscription. */
export function onShownChange(listener: () => void): () => void {
  return useParts.subscribe(listener);
}

function change(edit: (parts: Map<object, ShownProjects>) => void): void {
  const parts = new Map(useParts.getState().parts);
  edit(parts);
  useParts.setState({ parts });
}

function isSame(left: ShownProjects, right: ShownProjects): boolean {
  if (left === "all" || right === "all") return left === right;
  return left.length === right.length && left.every((id, index) => id === right[index]);
}
