import { endpoints, type Outcome } from "@gantry/api-contract";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";

const RESULTS_A_PAGE = 200;

export const changeSetQueries = {
  /** Change sets, newest first, a page at a time. */
  list: () =>
    infiniteQueryOptions({
      queryKey: ["change-sets", "list"],
      queryFn: ({ pageParam, signal }) =>
        api.call(endpoints.listChangeSets, { query: pageParam === null ? {} : { cursor: pageParam }, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor ?? null,
    }),
  /** Key of everything that was read of one change set. */
  key: (id: string) => ["change-sets", "one", id] as const,
  /** One change set with pages of its results, all or those of one outcome. */
  detail: (id: string, options: { outcome?: Outcome | undefined } = {}) =>
    infiniteQueryOptions({
      queryKey: [...changeSetQueries.key(id), options.outcome ?? "all"],
      queryFn: ({ pageParam, signal }) =>
        api.call(endpoints.readChangeSet, {
          params: { id },
          query: {
            limit: String(RESULTS_A_PAGE),
            ...(options.outcome === undefined ? {} : { outcome: options.outcome }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor ?? null,
    }),
};
