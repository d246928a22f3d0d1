import { endpoints } from "@gantry/api-contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";

export const sessionQueries = {
  /** Who is signed in; asked once, then kept up by signing in and out. */
  current: () =>
    queryOptions({
      queryKey: ["session"],
      queryFn: ({ signal }) => api.call(endpoints.readSession, { signal }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    }),
};
