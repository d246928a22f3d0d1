import { endpoints, type Outcome } from "@gantry/api-contract";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { given } from "../lib/given.ts";
import { keepNewest } from "./newest-change-set.ts";

export const RESULTS_A_PAGE = 200;

/** Which change sets a list holds: all that is named must fit. */
export type ListFilter = {
  state?: "open" | "finished" | undefined;
  by?: "me" | undefined;
  projectId?: string | undefined;
  planId?: string | undefined;
};

export type ResultFilter = { outcome?: Outcome | undefined; code?: string | undefined };

export const changeSetQueries = {
  /** Change sets, newest first, a page at a time. The key of all of them is the start of every other list's. */
  list: (filter: ListFilter = {}) =>
    infiniteQueryOptions({
      queryKey: ["change-sets", "list", filter],
      queryFn: async ({ pageParam, signal, client }) => {
        const query = given({ ...filter, cursor: pageParam ?? undefined });
        const list = await api.call(endpoints.listChangeSets, { query, signal });
        return { ...list, items: list.items.map((changeSet) => keepNewest(client, changeSet)) };
      },
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor ?? null,
    }),
  /** Key of everything that was read of one change set. */
  key: (id: string) => ["change-sets", "one", id] as const,
  /** One change set with one page of its results, counted from 0: the worst, unless filtered. */
  detail: (id: string, options: ResultFilter & { page?: number } = {}) => {
    const { outcome, code, page = 0 } = options;
    return queryOptions({
      queryKey: [...changeSetQueries.key(id), { outcome, code, page }],
      queryFn: async ({ signal, client }) => {
        const cursor = page === 0 ? undefined : String(page * RESULTS_A_PAGE);
        const query = given({ outcome, code, cursor, limit: String(RESULTS_A_PAGE) });
        const read = await api.call(endpoints.readChangeSet, { params: { id }, query, signal });
        return { ...read, changeSet: keepNewest(client, read.changeSet) };
      },
    });
  },
};
