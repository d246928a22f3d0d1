import { endpoints } from "@gantry/api-contract";
import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { baselineQueries } from "./baseline-queries.ts";

type PlanKey = { projectId: string; planId: string };

export const baselineMutations = {
  create: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: ({ name, projectId, planId }: PlanKey & { name: string }) =>
        api.call(endpoints.createBaseline, { params: { projectId, planId }, body: { name } }),
      onSuccess: (_baseline, plan) => readListAgain(queryClient, plan),
      meta: { showsOwnErrors: true },
    }),
  delete: (queryClient: QueryClient) =>
    mutationOptions({
      mutationFn: ({ projectId, planId, baselineId }: PlanKey & { baselineId: string }) =>
        api.call(endpoints.deleteBaseline, { params: { projectId, planId, baselineId } }),
      // Whoever deleted it, it is gone: the list says so after a failure too.
      onSettled: (_answer, _error, plan) => readListAgain(queryClient, plan),
    }),
};

function readListAgain(queryClient: QueryClient, plan: PlanKey): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: baselineQueries.list(plan).queryKey });
}
