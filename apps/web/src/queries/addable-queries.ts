import { endpoints } from "@gantry/api-contract";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { planQueries } from "./plan-queries.ts";

type PlanKey = { projectId: string; planId: string };

const ROWS_A_PAGE = 200;

/** Work items that are not on a plan yet. Their keys hang under the plan's, so that a change of it reads them again. */
export const addableQueries = {
  pages: (plan: PlanKey, { search }: { search: string }) =>
    infiniteQueryOptions({
      queryKey: [...planQueries.key(plan), "addable", search],
      queryFn: ({ pageParam, signal }) =>
        api.call(endpoints.listAddableItems, {
          params: plan,
          query: {
            limit: String(ROWS_A_PAGE),
            ...(search === "" ? {} : { search }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor ?? null,
    }),
  /** Ids of everything that matches, in the list's order, for Select all. */
  ids: (plan: PlanKey, { search }: { search: string }) =>
    queryOptions({
      queryKey: [...planQueries.key(plan), "addable-ids", search],
      queryFn: ({ signal }) =>
        api.call(endpoints.listAddableIds, { params: plan, query: search === "" ? {} : { search }, signal }),
    }),
};
