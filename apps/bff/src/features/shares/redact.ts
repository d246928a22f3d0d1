import type { PlanRollUp, PublicItem, PublicPlan, ShareHide, WorkItem } from "@gantry/api-contract";
import type { KnownPlan } from "../../mirror/mirror.ts";

/** Items as a reader may see them: no ids, only places in this answer, and nothing of what is hidden. */
export function toPublicItems(items: readonly WorkItem[], { hides }: { hides: readonly ShareHide[] }): PublicItem[] {
  const keys = new Map(items.map(({ id }, index) => [id, String(index + 1)]));
  return items.map((item, index) => ({
    key: String(index + 1),
    parentKey: (item.parentId === null ? undefined : keys.get(item.parentId)) ?? null,
    number: hides.includes("numbers") ? null : item.number,
    title: hides.includes("titles") ? null : item.title,
    type: item.type,
    shape: item.shape,
    status: { name: item.status.name, phase: item.status.phase },
    assignee: hides.includes("people") ? null : (item.assignee?.name ?? null),
    start: item.start,
    end: item.end,
    progress: item.progress,
  }));
}

/** A plan as a reader may see it, with what it adds up to. */
export function toPublicPlan(
  { plan, readAt }: KnownPlan,
  told: { key: string; project: string; rollUp: PlanRollUp | null; hides: readonly ShareHide[] },
): PublicPlan {
  const { hides, rollUp } = told;
  return {
    key: told.key,
    name: plan.name,
    project: hides.includes("projects") ? null : told.project,
    creator: hides.includes("people") ? null : (plan.creator?.name ?? null),
    type: plan.type,
    // The answer's schema leaves the people out; a link must not rest on that.
    rollUp: rollUp && withoutPeople(rollUp),
    readAt,
  };
}

function withoutPeople({ people: _people, peopleCount: _count, ...others }: PlanRollUp): PublicPlan["rollUp"] {
  return others;
}
