import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { planQueries } from "../../queries/plan-queries.ts";
import { type OpenedPlan, type OpenedQuery, toOpenedPlan } from "./plan-items.ts";
import type { PlanRow } from "./plan-rows.ts";

/** Of the module, so that the same answers give the same list. */
const toStates = (queries: readonly OpenedQuery[]) => queries.map(toOpenedPlan);

/** The items of the plans that are open, read when they are opened. */
export function useOpenedPlans(
  rows: readonly PlanRow[],
  openIds: readonly string[],
): { opened: ReadonlyMap<string, OpenedPlan>; readAgain: (plan: { projectId: string; planId: string }) => void } {
  const client = useQueryClient();
  const plans = useMemo(() => {
    const wanted = new Set(openIds);
    return rows.flatMap(({ plan }) => (wanted.has(plan.id) ? [{ projectId: plan.projectId, planId: plan.id }] : []));
  }, [rows, openIds]);
  const states = useQueries({ queries: plans.map((plan) => planQueries.items(plan)), combine: toStates });
  const opened = useMemo(
    () =>
      new Map(plans.map(({ planId }, index): [string, OpenedPlan] => [planId, states[index] ?? { state: "reading" }])),
    [plans, states],
  );
  return { opened, readAgain: (plan) => void client.refetchQueries(planQueries.items(plan)) };
}
