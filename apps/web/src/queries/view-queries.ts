import { endpoints, type ViewKind } from "@gantry/api-contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";

const HALF_MINUTE_MS = 30_000;

export const viewQueries = {
  /** Saved views of a page: one's own, and those that colleagues share. */
  list: (kind: ViewKind) =>
    queryOptions({
      queryKey: ["views", kind],
      queryFn: ({ signal }) => api.call(endpoints.listViews, { query: { kind }, signal }),
      staleTime: HALF_MINUTE_MS,
    }),
};
