import { endpoints } from "@gantry/api-contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";

const HALF_MINUTE_MS = 30_000;

export const shareQueries = {
  /** One's own links and feeds that work, the newest first. */
  list: () =>
    queryOptions({
      queryKey: ["shares"],
      queryFn: ({ signal }) => api.call(endpoints.listShares, { signal }),
      staleTime: HALF_MINUTE_MS,
    }),
};

/** What does not work will not work the next moment. */
const asOpened = { staleTime: "static", retryOnMount: false } as const;

/** What somebody without a session reads, as it was opened: each reading counts, and a reload is the way to newer data. */
export const publicShareQueries = {
  detail: (token: string) =>
    queryOptions({
      queryKey: ["public-share", token],
      queryFn: ({ signal }) => api.call(endpoints.readPublicShare, { params: { token }, signal }),
      ...asOpened,
    }),
  items: (token: string) =>
    queryOptions({
      queryKey: ["public-items", token],
      queryFn: ({ signal }) => api.call(endpoints.listPublicItems, { params: { token }, signal }),
      ...asOpened,
    }),
};
