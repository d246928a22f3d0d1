import type { ChangeResult, ChangeSet, Sprint, WorkItem } from "@gantry/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { changeSetQueries } from "../../queries/change-set-queries.ts";
import { planQueries } from "../../queries/plan-queries.ts";
import { projectQueries } from "../../queries/project-queries.ts";

const NO_ITEMS: readonly WorkItem[] = [];
const NO_SPRINTS: readonly Sprint[] = [];
const ASK_AGAIN_MS = 2_000;

/** Everything that the plan's page reads. */
export function usePlanQueries(plan: { projectId: string; planId: string }) {
  const detail = useQuery(planQueries.detail(plan));
  const items = useQuery(planQueries.items(plan));
  const sprints = useQuery(projectQueries.sprints(plan.projectId));
  const list = items.data?.items ?? NO_ITEMS;
  const byId = useMemo(() => new Map(list.map((item) => [item.id, item])), [list]);
  return { detail, items, list, byId, sprints: sprints.data ?? NO_SPRINTS };
}

/** What the batch form chooses from; read when it is first opened. */
export function useEditQueries(projectId: string, { enabled }: { enabled: boolean }) {
  const fields = useQuery({ ...projectQueries.fields(projectId), enabled });
  const members = useQuery({ ...projectQueries.members(projectId), enabled });
  const statuses = useQuery({ ...projectQueries.statuses(projectId), enabled });
  const sprints = useQuery({ ...projectQueries.sprints(projectId), enabled });
  const queries = [fields, members, statuses, sprints];
  return {
    fields: fields.data,
    project: { members: members.data ?? [], statuses: statuses.data ?? [], sprints: sprints.data ?? [] },
    isReady: queries.every((query) => query.data !== undefined),
    error: queries.find((query) => query.error !== null)?.error ?? null,
    readAgain: () => queries.forEach((query) => void (query.error !== null && query.refetch())),
  };
}

/** A change set that was started from a dialog, as it goes on, with its worst results; null until it is known. */
export function useJob(id: string | null): { changeSet: ChangeSet; results: readonly ChangeResult[] } | null {
  const { data } = useQuery({
    ...changeSetQueries.detail(id ?? ""),
    enabled: id !== null,
    refetchInterval: (asked) => (asked.state.data?.changeSet.state === "finished" ? false : ASK_AGAIN_MS),
  });
  return id === null || data === undefined ? null : { changeSet: data.changeSet, results: data.items };
}
