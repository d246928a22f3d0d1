import * as v from "valibot";
import { epochMsSchema, projectIdSchema, workItemIdSchema } from "./ids.ts";
import { isoDateSchema } from "./iso-date.ts";
import { personSchema, statusPhaseSchema } from "./projects.ts";

/** What a field can hold on our wire: see `Field.control` for which. `null` = nothing set. */
export const fieldValueSchema = v.nullable(v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]));
export type FieldValue = v.InferOutput<typeof fieldValueSchema>;

export const namedSchema = v.object({ id: v.string(), name: v.string() });
export type Named = v.InferOutput<typeof namedSchema>;

/** Types that have an icon of their own; every IPD category maps to the nearest. */
export const itemShapeSchema = v.picklist(["epic", "feature", "story", "task", "bug", "requirement"]);
export type ItemShape = v.InferOutput<typeof itemShapeSchema>;

export const workItemSchema = v.object({
  id: workItemIdSchema,
  projectId: projectIdSchema,
  /** What people call it: the id in Scrum, `number` in IPD. */
  number: v.string(),
  title: v.string(),
  /** Scrum: epic, feature, story, task, bug. IPD: the category as CodeArts spells it (RR, IR, SR, …). */
  type: v.string(),
  shape: itemShapeSchema,
  status: v.object({ ...namedSchema.entries, phase: statusPhaseSchema }),
  priority: v.nullable(namedSchema),
  severity: v.nullable(namedSchema),
  assignee: v.nullable(personSchema),
  parentId: v.nullable(workItemIdSchema),
  /** First and last day, both inclusive. Either may be missing, and upstream may have them inverted. */
  start: v.nullable(isoDateSchema),
  end: v.nullable(isoDateSchema),
  /** The upstream had a date that is no day; shown as such, never dropped. */
  badDates: v.optional(v.string()),
  progress: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  sprint: v.nullable(namedSchema),
  expectedHours: v.nullable(v.number()),
  actualHours: v.nullable(v.number()),
  createdAt: v.nullable(epochMsSchema),
  updatedAt: v.nullable(epochMsSchema),
  /** Writable fields beyond those above (IPD), by field code. */
  extra: v.optional(v.record(v.string(), fieldValueSchema)),
});
export type WorkItem = v.InferOutput<typeof workItemSchema>;

/**
 * Reads one writable field of an item in the form that changes carry it.
 * @param code a `Field.code`: title, assignee, status, priority, start, end, progress, sprint, or a key of `extra`
 */
export function fieldValueOf(item: WorkItem, code: string): FieldValue {
  switch (code) {
    case "title":
      return item.title;
    case "assignee":
      return item.assignee?.id ?? null;
    case "status":
      return item.status.id;
    case "priority":
      return item.priority?.id ?? null;
    case "severity":
      return item.severity?.id ?? null;
    case "start":
      return item.start;
    case "end":
      return item.end;
    case "progress":
      return item.progress;
    case "sprint":
      return item.sprint?.id ?? null;
    default:
      return item.extra?.[code] ?? null;
  }
}

/** Compares two field values; lists compare as sets, since CodeArts keeps no order of people or tags. */
export function isSameFieldValue(left: FieldValue, right: FieldValue): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    const there = new Set(right);
    return new Set(left).size === there.size && left.every((value) => there.has(value));
  }
  return left === right;
}

export const planItemsSchema = v.object({
  items: v.array(workItemSchema),
  total: v.number(),
  readAt: epochMsSchema,
});
export type PlanItems = v.InferOutput<typeof planItemsSchema>;

export const addableQuerySchema = v.object({
  search: v.optional(v.pipe(v.string(), v.maxLength(256))),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,6}$/))),
  /** Rows a page, 1–500. */
  limit: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(500))),
});

export const addableItemsSchema = v.object({
  items: v.array(workItemSchema),
  total: v.number(),
  nextCursor: v.optional(v.string()),
});
export type AddableItems = v.InferOutput<typeof addableItemsSchema>;
