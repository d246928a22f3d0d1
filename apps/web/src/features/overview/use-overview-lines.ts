import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { emptyOverview } from "../../lib/overview.ts";
import { overviewQueries } from "../../queries/overview-queries.ts";
import { isFiltered, type OverviewSearch, toFilters, toList, toSort } from "./overview-search.ts";
import { toFlatLines, toGroupedLines } from "./plan-lines.ts";
import { filterRows, toRows } from "./plan-rows.ts";
import { sortRows } from "./sort-rows.ts";
import { totalsOf } from "./totals.ts";

/** What the page shows of the overview. The thousands of lines follow a key or a new answer when there is time; the fields are at once. */
export function useOverviewLines(search: OverviewSearch) {
  const format = useFormat();
  const reading = useQuery(overviewQueries.all());
  const overview = useDeferredValue(reading.data) ?? emptyOverview;
  const { q, project, type, creator, health, sort, group, folded } = useDeferredValue(search);
  const rows = useMemo(() => toRows(overview), [overview]);
  const shownSort = useMemo(() => toSort(sort), [sort]);
  const shown = useMemo(() => {
    const found = filterRows(rows, toFilters({ ...none, q, project, type, creator, health }));
    return sortRows(found, { sort: shownSort, format });
  }, [rows, q, project, type, creator, health, shownSort, format]);
  const lines = useMemo(() => {
    if (group === undefined) return toFlatLines(shown);
    const isNarrowed = isFiltered({ ...none, q, project, type, creator, health });
    return toGroupedLines(shown, { overview, folded: toList(folded), isFiltered: isNarrowed, format });
  }, [shown, group, folded, overview, q, project, type, creator, health, format]);
  const totals = useMemo(() => totalsOf(rows), [rows]);
  /** The same as long as the reader chose the same order. */
  const order = [q, project, type, creator, health, sort, group, folded].join("\n");
  /** Still coming, or come and not among the lines yet. */
  const isReading = reading.isFetching || (reading.data ?? emptyOverview) !== overview;
  return { reading, isReading, overview, rows, shown, shownSort, lines, totals, order };
}

const none: OverviewSearch = {
  view: undefined,
  q: undefined,
  project: undefined,
  type: undefined,
  creator: undefined,
  health: undefined,
  sort: undefined,
  group: undefined,
  columns: undefined,
  folded: undefined,
  open: undefined,
};
