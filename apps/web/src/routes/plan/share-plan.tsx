import type { PlanDetail, WorkItem } from "@gantry/api-contract";
import { ShareButton } from "../../features/share/share-button.tsx";

/** Shares the plan, with one of its own items for the example: one that somebody has, if there is one. */
export function SharePlan({ detail, items }: { detail: PlanDetail; items: readonly WorkItem[] }) {
  const { plan, project } = detail;
  const item = items.find(({ assignee }) => assignee !== null) ?? items[0];
  return (
    <ShareButton
      subject={{ kind: "plan", projectId: plan.projectId, planId: plan.id, name: plan.name }}
      example={{
        plan: plan.name,
        project: project.name,
        person: item?.assignee?.name ?? null,
        item: item === undefined ? null : { title: item.title, number: item.number },
      }}
    />
  );
}
