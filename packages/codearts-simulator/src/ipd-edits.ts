import * as v from "valibot";
import { ensureStorable } from "./context.ts";
import { invalidParameter, REFUSALS } from "./errors.ts";
import { IPD_OPTIONS, ipdStatusesOf } from "./world/catalog.ts";
import type { IpdItem, IpdProject } from "./world/world-types.ts";

const longIdSchema = v.pipe(v.string(), v.regex(/^[0-9]{18,19}$/, "expected 18 to 19 digits"));
const userSchema = v.object({ id: v.optional(v.string()) });
const usersSchema = v.optional(v.pipe(v.array(userSchema), v.maxLength(50)));

/** Fields of IssueEntity whose limits are documented; the others are taken as they come. */
export const attributeSchema = v.looseObject({
  category: v.pipe(v.string(), v.minLength(1)),
  title: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
  description: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(50_000))),
  status: v.optional(v.pipe(v.string(), v.minLength(2), v.maxLength(32))),
  parent_id: v.optional(longIdSchema),
  assignee: v.optional(userSchema),
  assigned_cc: usersSchema,
  submitted_by: usersSchema,
  labels: v.optional(v.array(v.object({ id: longIdSchema }))),
  custom_fields: v.optional(
    v.array(v.object({ code: v.pipe(v.string(), v.maxLength(32)), value: v.pipe(v.string(), v.maxLength(10_000)) })),
  ),
  plan_pi: v.optional(longIdSchema),
  plan_iteration: v.optional(longIdSchema),
  found_pi: v.optional(longIdSchema),
  found_iteration: v.optional(longIdSchema),
  feature_set: v.optional(longIdSchema),
  link: v.optional(v.pipe(v.string(), v.maxLength(2_048))),
  collaboratives: v.optional(v.pipe(v.string(), v.maxLength(256))),
  no_break_reason: v.optional(v.pipe(v.string(), v.maxLength(512))),
  repair_solution: v.optional(v.pipe(v.string(), v.maxLength(50_000))),
  workload: v.optional(v.string()),
  suspended: v.optional(v.boolean()),
  test_failures_times: v.optional(v.pipe(v.number(), v.integer())),
  close_type: v.optional(
    v.picklist(["problem_solved", "problem_to_requirement", "duplicate_problem", "not_a_problem"]),
  ),
  break_status: v.optional(v.picklist(["decomposed", "undecomposed", "--"])),
});
export type Attribute = v.InferOutput<typeof attributeSchema>;

export const batchSchema = v.object({
  id: v.pipe(v.array(longIdSchema), v.minLength(1), v.maxLength(50, "at most 50 work items")),
  attribute: attributeSchema,
});

/** Fields with a place of their own in the item, and those that only CodeArts itself writes. */
const NOT_MORE = new Set(
  `category title description status parent_id assignee labels custom_fields plan_pi plan_iteration plan_start_date plan_end_date
  workload priority id type number project_id children created_by created_time modified_by modified_time status_modified_time close_time`.split(
    /\s+/,
  ),
);

function ensureMembers(project: IpdProject, attribute: Attribute): void {
  const owners = Object.entries(attribute).flatMap(([code, value]) =>
    code.endsWith("_owner") ? [v.parse(userSchema, value)] : [],
  );
  const users = [
    attribute.assignee ?? {},
    ...(attribute.assigned_cc ?? []),
    ...(attribute.submitted_by ?? []),
    ...owners,
  ];
  const isStranger = (id: string | undefined) =>
    id !== undefined && !project.members.some(({ person }) => person.userId === id);
  if (users.some((user) => isStranger(user.id))) throw REFUSALS.notMember();
}

function ensureLimits(attribute: Attribute): void {
  const { workload, link } = attribute;
  if (workload !== undefined && !(/^\d{1,9}(\.\d)?$/.test(workload) && Number(workload) <= 999_999_999.9))
    throw invalidParameter("workload");
  if (link !== undefined && link.split(",").length > 50) throw invalidParameter("link");
  for (const text of [attribute.title, attribute.description]) if (text !== undefined) ensureStorable(text);
}

/** Refuses the whole call where documents give a limit. */
export function ensureAllowed(project: IpdProject, attribute: Attribute): void {
  ensureLimits(attribute);
  ensureMembers(project, attribute);
}

/** An instant as ms digits; any other form is swallowed without a word, as the service was seen to do. */
function instantOf(value: unknown, before: number | null): number | null {
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  return /^\d{10,14}$/.test(text) ? Number(text) : before;
}

function optionValueOf(code: string, { value, before }: { value: unknown; before: string | null }): string | null {
  const option = (IPD_OPTIONS[code] ?? []).find((one) => one.id === value || one.value === value);
  return option?.value ?? before;
}

function moreOf(attribute: Attribute): Record<string, unknown> {
  const plain = Object.entries(attribute).filter(([code]) => !NOT_MORE.has(code));
  const custom = (attribute.custom_fields ?? []).map(({ code, value }) => [code, value] as const);
  return Object.fromEntries([...plain, ...custom].filter(([, value]) => value !== undefined));
}

/** The item as it would be after an update. */
export function applyIpdUpdate(
  item: IpdItem,
  { attribute, project, userId, now }: { attribute: Attribute; project: IpdProject; userId: string; now: number },
): IpdItem {
  const knows = (id: string | undefined) => project.periods.some((period) => period.id === id);
  const statuses = ipdStatusesOf(item.category);
  const status =
    statuses.find((one) => one.code === attribute.status) ?? statuses.find((one) => one.code === item.statusCode);
  const statusCode = status?.code ?? item.statusCode;
  const labelIds = attribute.labels
    ?.map((label) => label.id)
    .filter((id) => project.labels.some((label) => label.id === id));
  const after: IpdItem = {
    ...item,
    title: attribute.title ?? item.title,
    description: attribute.description ?? item.description,
    statusCode,
    priority: optionValueOf("priority", { value: attribute["priority"], before: item.priority }),
    assigneeId: attribute.assignee?.id ?? item.assigneeId,
    parentId: attribute.parent_id ?? item.parentId,
    planStart: instantOf(attribute["plan_start_date"], item.planStart),
    planEnd: instantOf(attribute["plan_end_date"], item.planEnd),
    piId: knows(attribute.plan_pi) ? (attribute.plan_pi ?? null) : item.piId,
    iterationId: knows(attribute.plan_iteration) ? (attribute.plan_iteration ?? null) : item.iterationId,
    workloadManDays: attribute.workload === undefined ? item.workloadManDays : Number(attribute.workload).toFixed(1),
    labelIds: labelIds === undefined ? item.labelIds : [...new Set(labelIds)],
    modifiedById: userId,
    modifiedAt: now,
    statusModifiedAt: statusCode === item.statusCode ? item.statusModifiedAt : now,
    closedAt: status?.phase === "END" ? (item.closedAt ?? now) : null,
    more: { ...item.more, ...moreOf(attribute) },
  };
  if (after.planStart !== null && after.planEnd !== null && after.planStart > after.planEnd)
    throw REFUSALS.beginAfterEnd();
  return after;
}
