import { endpoints } from "@gantry/api-contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";

const HALF_MINUTE_MS = 30_000;

export const dependencyQueries = {
  /** Every link between a project's work items. */
  list: (projectId: string) =>
    queryOptions({
      queryKey: ["dependencies", projectId],
      queryFn: ({ signal }) => api.call(endpoints.listDependencies, { params: { projectId }, signal }),
      staleTime: HALF_MINUTE_MS,
    }),
};
