import type { GanttEngine } from "@gantry/gantt";
import { type RefObject, useEffect, useRef } from "react";
import { fold, isFolded, type PlanSearch } from "../../features/plan/plan-search.ts";
import type { PlanView } from "../../features/plan/use-plan-view.ts";

/** Brings an item's row into view and gives it the focus: unfolds what it lies in; where no row is left, opens it. */
export function useGoToRow(input: {
  engine: RefObject<GanttEngine | null>;
  view: PlanView;
  parentOf: (id: string) => string | null;
  search: PlanSearch;
  onChange: (change: Partial<PlanSearch>) => void;
}): (id: string) => void {
  const { engine, view, parentOf, search, onChange } = input;
  const wanted = useRef<string | null>(null);
  const show = (id: string) => {
    engine.current?.scrollToRow(id);
    // What was open gives the focus back to its button first.
    requestAnimationFrame(() => engine.current?.focusRow(id));
  };
  useEffect(() => {
    if (wanted.current === null || view.rowOf(wanted.current) === undefined) return;
    show(wanted.current);
    wanted.current = null;
  });
  return (id) => {
    if (view.rowOf(id) !== undefined) return show(id);
    const folded = unfoldedTo(id, { folded: new Set(search.folded), parentOf });
    wanted.current = folded === null ? null : id;
    onChange(folded === null ? { item: id } : { folded: [...folded] });
  };
}

/** What stays folded when an item is to be seen; null where nothing above it is folded. */
function unfoldedTo(
  id: string,
  { folded, parentOf }: { folded: ReadonlySet<string>; parentOf: (id: string) => string | null },
): ReadonlySet<string> | null {
  let next = folded;
  const walked = new Set<string>();
  for (let at = parentOf(id); at !== null && !walked.has(at); at = parentOf(at)) {
    walked.add(at);
    if (isFolded(next, at)) next = fold(next, { id: at, expanded: true });
  }
  return next === folded ? null : next;
}
