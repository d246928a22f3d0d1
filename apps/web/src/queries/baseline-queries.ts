import { endpoints } from "@gantry/api-contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";

type PlanKey = { projectId: string; planId: string };

const HALF_MINUTE_MS = 30_000;

export const baselineQueries = {
  /** A plan's baselines, the newest first. */
  list: ({ projectId, planId }: PlanKey) =>
    queryOptions({
      queryKey: ["baselines", projectId, planId],
      queryFn: ({ signal }) => api.call(endpoints.listBaselines, { params: { projectId, planId }, signal }),
      staleTime: HALF_MINUTE_MS,
    }),
  /** The dates that a baseline keeps: these never change. */
  detail: ({ projectId, planId, baselineId }: PlanKey & { baselineId: string }) =>
    queryOptions({
      queryKey: ["baseline", projectId, planId, baselineId],
      queryFn: ({ signal }) => api.call(endpoints.readBaseline, { params: { projectId, planId, baselineId }, signal }),
      staleTime: "static",
    }),
};
