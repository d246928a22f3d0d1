import * as v from "valibot";
import { ensureStorable, type Context } from "./context.ts";
import { isIsoDate, type IsoDate } from "./days.ts";
import { invalidParameter, REFUSALS } from "./errors.ts";
import { PRIORITY_NAMES, SCRUM_STATUSES, SEVERITY_NAMES } from "./world/catalog.ts";
import type { ScrumItem, ScrumProject } from "./world/world-types.ts";

const idSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9_999_999_999));
const hoursSchema = v.pipe(v.number(), v.minValue(0));
/** `null` is taken and ignored: nothing says that a day can be cleared. */
const daySchema = v.nullable(
  v.custom<IsoDate>((input) => typeof input === "string" && isIsoDate(input), "expected YYYY-MM-DD"),
);

/** The documented fields of the v4 update, all optional; unknown ones are ignored. */
export const scrumUpdateSchema = v.object({
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
  description: v.optional(v.pipe(v.string(), v.maxLength(500_000))),
  begin_time: v.optional(daySchema),
  end_time: v.optional(daySchema),
  done_ratio: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  status_id: v.optional(idSchema),
  priority_id: v.optional(idSchema),
  severity_id: v.optional(idSchema),
  assigned_id: v.optional(idSchema),
  developer_id: v.optional(idSchema),
  iteration_id: v.optional(idSchema),
  module_id: v.optional(idSchema),
  domain_id: v.optional(idSchema),
  parent_issue_id: v.optional(idSchema),
  expected_work_hours: v.optional(hoursSchema),
  actual_work_hours: v.optional(hoursSchema),
});

export type ScrumUpdate = v.InferOutput<typeof scrumUpdateSchema>;

export function isClosed(item: ScrumItem): boolean {
  return SCRUM_STATUSES.find((status) => status.id === item.statusId)?.phase === "END";
}

export function isMember(project: ScrumProject, userNumber: number): boolean {
  return project.members.some(({ person }) => person.userNumber === userNumber);
}

function ensureKnown(project: ScrumProject, update: ScrumUpdate): void {
  const {
    status_id: status,
    priority_id: priority,
    severity_id: severity,
    iteration_id: sprint,
    module_id: module,
  } = update;
  if (status !== undefined && !SCRUM_STATUSES.some((one) => one.id === status)) throw invalidParameter("status_id");
  if (priority !== undefined && PRIORITY_NAMES[priority] === undefined) throw invalidParameter("priority_id");
  if (severity !== undefined && SEVERITY_NAMES[severity] === undefined) throw invalidParameter("severity_id");
  if (sprint !== undefined && !project.sprints.some((one) => one.id === sprint)) throw invalidParameter("iteration_id");
  if (module !== undefined && !project.modules.some((one) => one.id === module)) throw invalidParameter("module_id");
  for (const person of [update.assigned_id, update.developer_id])
    if (person !== undefined && !isMember(project, person)) throw REFUSALS.notMember();
}

/** The item with an update merged in, unchecked. */
export function mergeScrumUpdate(item: ScrumItem, { update, now }: { update: ScrumUpdate; now: number }): ScrumItem {
  const after: ScrumItem = {
    ...item,
    title: update.name ?? item.title,
    description: update.description ?? item.description,
    begin: update.begin_time ?? item.begin,
    end: update.end_time ?? item.end,
    doneRatio: update.done_ratio ?? item.doneRatio,
    statusId: update.status_id ?? item.statusId,
    priorityId: update.priority_id ?? item.priorityId,
    severityId: update.severity_id ?? item.severityId,
    assigneeNumber: update.assigned_id ?? item.assigneeNumber,
    developerNumber: update.developer_id ?? item.developerNumber,
    sprintId: update.iteration_id ?? item.sprintId,
    moduleId: update.module_id ?? item.moduleId,
    domainId: update.domain_id ?? item.domainId,
    parentId: update.parent_issue_id ?? item.parentId,
    expectedHours: update.expected_work_hours ?? item.expectedHours,
    actualHours: update.actual_work_hours ?? item.actualHours,
    updatedAt: now,
  };
  return { ...after, closedAt: isClosed(after) ? (item.closedAt ?? now) : null };
}

/** The item as it would be after an update; refuses what CodeArts' documents refuse. */
export function applyScrumUpdate(
  item: ScrumItem,
  { update, project, context }: { update: ScrumUpdate; project: ScrumProject; context: Context },
): ScrumItem {
  ensureKnown(project, update);
  if (project.isClosedReadOnly && isClosed(item)) throw REFUSALS.closedReadOnly();
  for (const text of [update.name, update.description]) if (text !== undefined) ensureStorable(text);
  if (update.parent_issue_id !== undefined && context.store.scrumItem(update.parent_issue_id) === undefined)
    throw invalidParameter("parent_issue_id");
  const after = mergeScrumUpdate(item, { update, now: context.now });
  if (after.begin !== null && after.end !== null && after.begin > after.end) throw REFUSALS.beginAfterEnd();
  return after;
}
