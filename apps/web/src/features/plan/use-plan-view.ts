import type { IsoDate, Sprint, WorkItem } from "@gantry/api-contract";
import type { GanttColumn, GanttDayKind, GanttRow, GanttSprintBand, GanttWords } from "@gantry/gantt";
import { createWorkingCalendar, dayKindOf } from "@gantry/schedule";
import { useMemo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { useSettings } from "../../lib/settings.ts";
import { type Colouring, toColouring } from "./colour-by.ts";
import { type ColumnSizing, toColumns } from "./columns.ts";
import { toItemFilter } from "./filter-items.ts";
import { toGanttWords } from "../../i18n/gantt-words.ts";
import type { PlanLayers } from "./plan-layers.ts";
import { type PlanRow, type PlanRows, toPlanRows } from "./plan-rows.ts";
import { type ColumnKey, type PlanSearch, toSort } from "./plan-search.ts";
import { toGanttRows } from "./to-gantt-rows.ts";
import { toSprintBands } from "./to-sprint-bands.ts";

export type PlanView = PlanRows & {
  today: IsoDate;
  colouring: Colouring;
  ganttRows: readonly GanttRow[];
  rowOf: (id: string) => PlanRow | undefined;
  ganttWords: GanttWords;
  sprintBands: readonly GanttSprintBand[];
  dayKind: (day: IsoDate) => GanttDayKind;
};

/** What the plan's page draws, made anew only from what has changed. */
export function usePlanView(input: {
  items: readonly WorkItem[];
  sprints: readonly Sprint[];
  search: PlanSearch;
  layers: PlanLayers;
}): PlanView {
  const { items, sprints, search, layers } = input;
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  const calendar = useSettings((settings) => settings.calendar);
  const { q, status, type, assignee, sprint, priority } = search;
  const filter = useMemo(
    () => toItemFilter({ q, status, type, assignee, sprint, priority } as PlanSearch),
    [q, status, type, assignee, sprint, priority],
  );
  const folded = useMemo(() => new Set(search.folded), [search.folded]);
  const sort = useMemo(() => toSort(search.sort), [search.sort]);
  const plan = useMemo(() => toPlanRows({ items, filter, sort, folded, today }), [items, filter, sort, folded, today]);
  const rowsById = useMemo(() => new Map(plan.rows.map((row) => [row.item.id, row])), [plan.rows]);
  const colouring = useMemo(() => toColouring(items, search.colour ?? "status"), [items, search.colour]);
  const ganttRows = useMemo(
    () => toGanttRows(plan.rows, { categoryOf: colouring.categoryOf, layers, words, format }),
    [plan.rows, colouring, layers, words, format],
  );
  const ganttWords = useMemo(() => toGanttWords({ words, format }), [words, format]);
  const sprintBands = useMemo(() => toSprintBands(sprints), [sprints]);
  const dayKind = useMemo(() => {
    const working = createWorkingCalendar(calendar);
    return (day: IsoDate) => dayKindOf(day, working);
  }, [calendar]);
  const rowOf = useMemo(() => (id: string) => rowsById.get(id), [rowsById]);
  return useMemo(
    () => ({ ...plan, today, colouring, ganttRows, rowOf, ganttWords, sprintBands, dayKind }),
    [plan, today, colouring, ganttRows, rowOf, ganttWords, sprintBands, dayKind],
  );
}

/** The tree-grid's columns; `rowOf` changes with the rows, and the columns with it. */
export function useColumns(input: {
  view: PlanView;
  keys: readonly ColumnKey[];
  sizing: ColumnSizing;
  titleWidth: number;
}): readonly GanttColumn[] {
  const { view, keys, sizing, titleWidth } = input;
  const { rowOf, today } = view;
  const words = useWords();
  const format = useFormat();
  return useMemo(
    () => toColumns({ rowOf, keys, sizing, titleWidth, today, words, format }),
    [rowOf, keys, sizing, titleWidth, today, words, format],
  );
}
