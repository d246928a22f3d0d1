import { endpoints } from "@gantry/api-contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";

type PlanKey = { projectId: string; planId: string };

const HALF_MINUTE_MS = 30_000;

export const planQueries = {
  /** Key of everything that was read of one plan, for invalidation. */
  key: ({ projectId, planId }: PlanKey) => ["plans", projectId, planId] as const,
  /** One plan and its project: the head of its page. */
  detail: (plan: PlanKey) =>
    queryOptions({
      queryKey: [...planQueries.key(plan), "detail"],
      queryFn: ({ signal }) => api.call(endpoints.readPlan, { params: plan, signal }),
      staleTime: HALF_MINUTE_MS,
    }),
  items: (plan: PlanKey) =>
    queryOptions({
      queryKey: [...planQueries.key(plan), "items"],
      queryFn: ({ signal }) => api.call(endpoints.listPlanItems, { params: plan, signal }),
      staleTime: HALF_MINUTE_MS,
    }),
};
