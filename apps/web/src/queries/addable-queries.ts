import { endpoints } from "@gantry/api-contract";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { planQueries } from "./plan-queries.ts";

type PlanKey = { projectId: string; planId: string };

const ROWS_A_PAGE = 200;
const MINUTE_MS = 60_000;

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
  /** How many match, and how many of those have no dates; CodeArts has to be asked for all of them. */
  count: (plan: PlanKey, { search }: { search: string }) =>
    queryOptions({
      queryKey: [...planQueries.key(plan), "addable-count", search],
      queryFn: ({ signal }) =>
        api.call(endpoints.countAddableItems, { params: plan, query: search === "" ? {} : { search }, signal }),
      staleTime: MINUTE_MS,
    }),
};
