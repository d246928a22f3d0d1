import type { GanttColumn } from "@gantry/gantt";
import { useMemo } from "react";
import type { ColumnKey } from "./plan-search.ts";
import type { GridLayout } from "./use-grid-layout.ts";
import { type PlanView, useColumns } from "./use-plan-view.ts";

const TITLE_PX = 280;
/** Nobody can point at a disc on paper: people are named. */
const PERSON_PX = 96;
/** A phone's page shows no columns, but its files do. */
const USUAL: readonly ColumnKey[] = ["number", "type", "status", "assignee", "start", "end", "progress"];

/** The page's columns as a file shows them. */
export function usePrintColumns(input: {
  view: PlanView;
  layout: GridLayout;
  isPhone: boolean;
  sort: string | undefined;
}): readonly GanttColumn[] {
  const { view, layout, sort } = input;
  const sizing = useMemo(() => {
    const { widths } = layout.sizing;
    return {
      ...layout.sizing,
      narrow: false,
      widths: { ...widths, assignee: Math.max(PERSON_PX, widths["assignee"] ?? 0) },
    };
  }, [layout.sizing]);
  return useColumns({ view, keys: input.isPhone ? USUAL : layout.treeKeys, sizing, titleWidth: TITLE_PX, sort });
}
