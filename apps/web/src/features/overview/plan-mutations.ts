import { endpoints, type Plan, type PlanType } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import type { Overview } from "../../lib/overview.ts";
import { overviewQueries, readOverviewAnew } from "../../queries/overview-queries.ts";
import { planQueries } from "../../queries/plan-queries.ts";

type PlanKey = { projectId: string; planId: string };

export function useCreatePlan(options: { onDone: (plan: Plan) => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ projectId, ...body }: { projectId: string; name: string; type: PlanType }) =>
      api.call(endpoints.createPlan, { params: { projectId }, body }),
    onSuccess: (plan) => {
      void readOverviewAnew(client);
      options.onDone(plan);
    },
  });
}

export function useRenamePlan(options: { onDone: () => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, ...params }: PlanKey & { name: string }) =>
      api.call(endpoints.renamePlan, { params, body: { name } }),
    onSuccess: (plan) => {
      client.setQueryData(overviewQueries.all().queryKey, (overview) =>
        withPlans(overview, (one) => (one.id === plan.id ? plan : one)),
      );
      void client.invalidateQueries({ queryKey: planQueries.key({ projectId: plan.projectId, planId: plan.id }) });
      void readOverviewAnew(client);
      options.onDone();
    },
  });
}

export function useDeletePlan(options: { onDone: () => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (params: PlanKey) => api.call(endpoints.deletePlan, { params }),
    onSuccess: (_answer, { planId }) => {
      client.setQueryData(overviewQueries.all().queryKey, (overview) =>
        withPlans(overview, (one) => (one.id === planId ? null : one)),
      );
      void readOverviewAnew(client);
      options.onDone();
    },
  });
}

/** The overview with each plan changed, or with null taken out. */
function withPlans(overview: Overview | undefined, change: (plan: Plan) => Plan | null): Overview | undefined {
  return (
    overview && {
      ...overview,
      projects: overview.projects.map((one) => ({
        ...one,
        plans: one.plans.flatMap((row) => {
          const plan = change(row.plan);
          return plan === null ? [] : [{ ...row, plan }];
        }),
      })),
    }
  );
}
