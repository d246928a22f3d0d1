import type { IsoDate, Sprint, WorkItem } from "@gantry/api-contract";
import type { GanttColumn, GanttDayKind, GanttRow, GanttSprintBand, GanttWords } from "@gantry/gantt";
import { useMemo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { toGanttWords } from "../../i18n/gantt-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { useWorkingDays } from "../../lib/working-days.ts";
import { type Colouring, toColouring } from "./colour-by.ts";
import type { ColumnSizing } from "./column-layout.ts";
import { toColumns } from "./columns.ts";
import { describeRow } from "./describe-row.ts";
import { toItemFilter } from "./filter-items.ts";
import { spanOf } from "./item-dates.ts";
import type { PlanLayers } from "./plan-layers.ts";
import { type PlanRow, type PlanRows, toPlanRows } from "./plan-rows.ts";
import { type ColumnKey, type PlanSearch, toSort } from "./plan-search.ts";
import { toPlanTree } from "./plan-tree.ts";
import { findProblems, sayProblems } from "./problems.ts";
import { toGanttRows } from "./to-gantt-rows.ts";
import { toSprintBands } from "./to-sprint-bands.ts";

export type PlanView = PlanRows & {
  today: IsoDate;
  /** First and last day of the whole plan, filtered or not. */
  span: { start: IsoDate; end: IsoDate } | null;
  colouring: Colouring;
  ganttRows: readonly GanttRow[];
  rowOf: (id: string) => PlanRow | undefined;
  /** Items in display order: what can be selected. */
  itemIds: readonly string[];
  /** What is wrong with the plan's data, in words, by item. */
  problems: ReadonlyMap<string, readonly string[]>;
  shiftOf: PlanLayers["shiftOf"];
  ganttWords: GanttWords;
  sprintBands: readonly GanttSprintBand[];
  dayKind: (day: IsoDate) => GanttDayKind;
};

const NO_PROBLEMS: readonly string[] = [];

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
  const workingDays = useWorkingDays();
  const { q, status, type, assignee, sprint, priority } = search;
  const filter = useMemo(
    () => toItemFilter({ q, status, type, assignee, sprint, priority } as PlanSearch),
    [q, status, type, assignee, sprint, priority],
  );
  const folded = useMemo(() => new Set(search.folded), [search.folded]);
  const sort = useMemo(() => toSort(search.sort), [search.sort]);
  const group = search.group ?? null;
  const tree = useMemo(() => toPlanTree(items), [items]);
  const plan = useMemo(
    () => toPlanRows({ tree, sprints, filter, group, sort, folded, today }),
    [tree, sprints, filter, group, sort, folded, today],
  );
  const { rows } = plan;
  const rowOf = useMemo(() => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    return (id: string) => byId.get(id);
  }, [rows]);
  const itemIds = useMemo(() => rows.flatMap((row) => (row.kind === "item" ? [row.id] : [])), [rows]);
  const span = useMemo(() => spanOf(items), [items]);
  const ownProblems = useMemo(() => findProblems(tree), [tree]);
  const problems = useMemo(
    () => sayProblems({ own: ownProblems, links: layers.linkProblems }, { words, format }),
    [ownProblems, layers.linkProblems, words, format],
  );
  const colouring = useMemo(() => toColouring(items, search.colour ?? "status"), [items, search.colour]);
  const ganttRows = useMemo(() => {
    const problemsOf = (id: string) => problems.get(id) ?? NO_PROBLEMS;
    const speech = { layers, problemsOf, workingDays, today, words, format };
    const describe = (id: string) => {
      const row = rowOf(id);
      return row === undefined ? "" : describeRow(row, speech);
    };
    return toGanttRows(rows, { categoryOf: colouring.categoryOf, layers, words, describe });
  }, [rows, rowOf, problems, layers, workingDays, today, colouring, words, format]);
  const ganttWords = useMemo(() => toGanttWords({ words, format, workingDays }), [words, format, workingDays]);
  const sprintBands = useMemo(() => toSprintBands(sprints), [sprints]);
  const dayKind = workingDays.kindOf;
  const { shiftOf } = layers;
  return useMemo(
    () => ({
      ...plan,
      today,
      span,
      colouring,
      ganttRows,
      rowOf,
      itemIds,
      problems,
      shiftOf,
      ganttWords,
      sprintBands,
      dayKind,
    }),
    [plan, today, span, colouring, ganttRows, rowOf, itemIds, problems, shiftOf, ganttWords, sprintBands, dayKind],
  );
}

/** The tree-grid's columns; `rowOf` changes with the rows, and the columns with it. */
export function useColumns(input: {
  view: PlanView;
  keys: readonly ColumnKey[];
  sizing: ColumnSizing;
  titleWidth: number;
  sort: string | undefined;
}): readonly GanttColumn[] {
  const { view, keys, sizing, titleWidth } = input;
  const { rowOf, today, problems, shiftOf } = view;
  const words = useWords();
  const format = useFormat();
  const sort = useMemo(() => toSort(input.sort), [input.sort]);
  return useMemo(
    () => toColumns({ rowOf, problems, shiftOf, keys, sizing, titleWidth, sort, today, words, format }),
    [rowOf, problems, shiftOf, keys, sizing, titleWidth, sort, today, words, format],
  );
}
