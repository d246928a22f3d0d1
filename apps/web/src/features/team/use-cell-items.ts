import type { LoadQuery } from "@gantry/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { loadQueries } from "../../queries/load-queries.ts";
import type { CellKey } from "./team-search.ts";

/** What counts in one cell, as far as it was asked for. */
export function useCellItems(query: LoadQuery, cell: CellKey) {
  const reading = useInfiniteQuery(loadQueries.items({ ...query, personId: cell.personId, week: cell.week }));
  const { data } = reading;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return { reading, items, total: data?.pages.at(-1)?.total ?? 0 };
}
