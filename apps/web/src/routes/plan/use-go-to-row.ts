import type { WorkItem } from "@gantry/api-contract";
import type { GanttEngine } from "@gantry/gantt";
import { type RefObject, useEffect, useRef } from "react";
import type { PlanSearch } from "../../features/plan/plan-search.ts";
import { toRevealed } from "../../features/plan/reveal.ts";
import type { PlanView } from "../../features/plan/use-plan-view.ts";

/**
 * Brings an item's row into view and gives it the focus: unfolds what it lies in, and takes off a filter that hides it.
 * On a mind map, which has no chart, the item is opened.
 */
export function useGoToRow(input: {
  engine: RefObject<GanttEngine | null>;
  view: PlanView;
  byId: ReadonlyMap<string, WorkItem>;
  search: PlanSearch;
  onChange: (change: Partial<PlanSearch>) => void;
}): (id: string) => void {
  const { engine, view, byId, search, onChange } = input;
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
    if (engine.current === null || !byId.has(id)) return onChange({ item: id });
    if (view.rowOf(id) !== undefined) return show(id);
    wanted.current = id;
    onChange(toRevealed(id, { search, byId }));
  };
}
