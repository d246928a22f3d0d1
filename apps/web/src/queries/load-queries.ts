import { endpoints, type LoadItemsQuery, type LoadQuery } from "@gantry/api-contract";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";

const HALF_MINUTE_MS = 30_000;

export const loadQueries = {
  /** Start of the keys of all that is read of load. */
  key: ["load"] as const,
  people: (query: LoadQuery) =>
    queryOptions({
      queryKey: [...loadQueries.key, "people", query],
      queryFn: ({ signal }) => api.call(endpoints.readLoad, { body: query, signal }),
      staleTime: HALF_MINUTE_MS,
    }),
  /** What counts in one cell, a page at a time. */
  items: (query: Omit<LoadItemsQuery, "offset">) =>
    infiniteQueryOptions({
      queryKey: [...loadQueries.key, "items", query],
      queryFn: ({ pageParam, signal }) =>
        api.call(endpoints.listLoadItems, { body: { ...query, offset: pageParam }, signal }),
      initialPageParam: 0,
      getNextPageParam: (last) => last.nextOffset,
      staleTime: HALF_MINUTE_MS,
    }),
};
