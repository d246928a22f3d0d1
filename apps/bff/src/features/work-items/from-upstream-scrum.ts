import type { StatusPhase, WorkItem } from "@gantry/api-contract";
import type { LegacyItem, Named, ScrumItem, ScrumItemDetail } from "@gantry/codearts-contract";
import { fromLegacyPerson, fromScrumPerson, type PeopleByNumber } from "../members/from-upstream.ts";
import { toScrumPhase } from "../statuses/from-upstream.ts";
import { toItemDays } from "./days.ts";
import { toItemType } from "./item-types.ts";

/** What an item's own answer leaves out. */
export type ScrumItemContext = {
  projectId: string;
  people: PeopleByNumber;
  /** By status id; v4 items say nothing of their status's phase. */
  phases: ReadonlyMap<string, StatusPhase>;
};

/** A work item of the v4 calls: advanced query, show, answer of the PUT. */
export function fromScrumItem(wire: ScrumItem | ScrumItemDetail, context: ScrumItemContext): WorkItem {
  return {
    id: wire.id,
    projectId: context.projectId,
    number: wire.id,
    title: wire.name,
    ...toItemType(wire.tracker),
    status: toStatus(wire.status, { attribute: null, context }),
    priority: wire.priority,
    severity: wire.severity,
    assignee: fromScrumPerson(wire.assigned_user, context.people),
    parentId: toParentId(wire.parent_issue?.id),
    ...toItemDays({ start: wire.begin_time, end: wire.end_time }),
    progress: toProgress(wire.done_ratio),
    sprint: wire.iteration,
    expectedHours: wire.expected_work_hours,
    actualHours: wire.actual_work_hours,
    createdAt: wire.created_time,
    updatedAt: wire.updated_time,
  };
}

/** A work item as the plan listings have it (v2 shape). */
export function fromLegacyItem(wire: LegacyItem, context: ScrumItemContext): WorkItem {
  return {
    id: wire.id,
    projectId: context.projectId,
    number: wire.id,
    title: wire.subject,
    ...toItemType(wire.tracker),
    status: toStatus(wire.status, { attribute: wire.status_attribute, context }),
    priority: wire.priority,
    severity: wire.severity,
    assignee: fromLegacyPerson(wire.assigned_to, context.people),
    parentId: toParentId(wire.parent_issue_id ?? wire.parent_issue?.id),
    ...toItemDays({ start: wire.start_date, end: wire.due_date }),
    progress: toProgress(wire.done_ratio),
    sprint: wire.fixed_version,
    expectedHours: wire.expected_work_hours,
    actualHours: wire.actual_work_hours,
    createdAt: wire.created_on,
    updatedAt: wire.updated_on,
  };
}

/** Progress as whole or broken percent; anything outside 0–100 is cut to it. */
export function toProgress(percent: number | null): number {
  return Math.min(100, Math.max(0, percent ?? 0));
}

/** The id of a parent, or null for the forms in which CodeArts says "none". */
export function toParentId(id: string | null | undefined): string | null {
  return id != null && /^(?:[0-9]{1,10}|[0-9]{18,19})$/.test(id) ? id : null;
}

function toStatus(
  wire: Named | null,
  { attribute, context }: { attribute: Named | null; context: ScrumItemContext },
): WorkItem["status"] {
  const id = wire?.id ?? "";
  const phase = attribute === null ? context.phases.get(id) : undefined;
  return { id, name: wire?.name ?? "", phase: phase ?? toScrumPhase(id, attribute) };
}
