import type { Baseline, WorkItem } from "@gantry/api-contract";
import { createWorkingCalendar } from "@gantry/schedule";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSettings } from "../../lib/settings.ts";
import { baselineQueries } from "../../queries/baseline-queries.ts";
import { type Comparison, compareBaseline } from "./compare-baseline.ts";

export type PlanBaseline = {
  all: readonly Baseline[];
  /** The baseline that the plan is compared with, once it is read. */
  chosen: Baseline | null;
  comparison: Comparison | null;
  error: Error | null;
};

const NO_BASELINES: readonly Baseline[] = [];

/** A plan's baselines, and how the plan stands to the chosen one. */
export function usePlanBaseline(input: {
  plan: { projectId: string; planId: string };
  items: readonly WorkItem[];
  baselineId: string | undefined;
  enabled: boolean;
}): PlanBaseline {
  const { plan, items, baselineId, enabled } = input;
  const rules = useSettings((settings) => settings.calendar);
  const list = useQuery({ ...baselineQueries.list(plan), enabled });
  const detail = useQuery({
    ...baselineQueries.detail({ ...plan, baselineId: baselineId ?? "" }),
    enabled: enabled && baselineId !== undefined,
  });
  const data = baselineId === undefined ? undefined : detail.data;
  const comparison = useMemo(
    () =>
      data === undefined ? null : compareBaseline(items, { dates: data.dates, calendar: createWorkingCalendar(rules) }),
    [data, items, rules],
  );
  const error = baselineId === undefined ? null : detail.error;
  return { all: list.data?.items ?? NO_BASELINES, chosen: data?.baseline ?? null, comparison, error };
}
