import * as v from "valibot";
import { changeSetIdSchema, epochMsSchema, planIdSchema, projectIdSchema, workItemIdSchema } from "./ids.ts";
import { isoDateSchema } from "./iso-date.ts";
import { personSchema, projectKindSchema } from "./projects.ts";
import { fieldValueSchema, itemShapeSchema } from "./work-items.ts";

/** Most items in one change set. */
export const MAX_ITEMS = 10_000;

/** The pseudo field of a link: from null (not on the plan) to the plan's id. */
export const LINK_FIELD = "plan";

const itemIdsSchema = v.pipe(v.array(workItemIdSchema), v.minLength(1), v.maxLength(MAX_ITEMS));

/** What a batch form asks of every selected item; untouched fields are not named. */
export const fieldEditSchema = v.variant("how", [
  v.strictObject({ how: v.literal("set"), field: v.string(), value: fieldValueSchema }),
  v.strictObject({ how: v.literal("clear"), field: v.string() }),
  /** Moves start and end together by working days of the team's calendar; negative = earlier. */
  v.strictObject({
    how: v.literal("shift"),
    workingDays: v.pipe(v.number(), v.integer(), v.minValue(-2500), v.maxValue(2500)),
  }),
]);
export type FieldEdit = v.InferOutput<typeof fieldEditSchema>;

/** The working calendar that relative edits count by (Settings). */
export const calendarSchema = v.strictObject({
  /** Weekdays off, 0 = Sunday. */
  weekend: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))), v.maxLength(6)),
  holidays: v.pipe(v.array(isoDateSchema), v.maxLength(2000)),
  /** Weekend days that are worked (调休). */
  makeUpDays: v.pipe(v.array(isoDateSchema), v.maxLength(2000)),
});
export type CalendarSettings = v.InferOutput<typeof calendarSchema>;

/** A wish, before it is known what it means for each item. */
export const proposalSchema = v.variant("kind", [
  v.strictObject({
    kind: v.literal("link"),
    projectId: projectIdSchema,
    planId: planIdSchema,
    itemIds: itemIdsSchema,
    /** Undated items start and end on this day (where they were dropped); dated ones keep theirs. */
    scheduleUndatedOn: v.optional(isoDateSchema),
  }),
  v.strictObject({
    kind: v.literal("edit"),
    projectId: projectIdSchema,
    planId: v.nullable(planIdSchema),
    itemIds: itemIdsSchema,
    edits: v.pipe(v.array(fieldEditSchema), v.minLength(1), v.maxLength(64)),
    calendar: v.optional(calendarSchema),
  }),
]);
export type Proposal = v.InferOutput<typeof proposalSchema>;

/** One field of one item (or one link): the unit of preview, outcome and undo. */
export const changeSchema = v.object({
  itemId: workItemIdSchema,
  itemNumber: v.string(),
  itemTitle: v.string(),
  itemType: v.string(),
  itemShape: itemShapeSchema,
  /** A `Field.code`, or `LINK_FIELD`. */
  field: v.string(),
  from: fieldValueSchema,
  to: fieldValueSchema,
  /** Names for ids (people, statuses, sprints, options); null where the value speaks for itself. */
  fromLabel: v.nullable(v.string()),
  toLabel: v.nullable(v.string()),
});
export type Change = v.InferOutput<typeof changeSchema>;

export const skipReasonSchema = v.picklist([
  "no-change",
  "not-found",
  "no-dates",
  "wrong-type",
  "end-before-start",
  "already-linked",
  "read-failed",
]);
export type SkipReason = v.InferOutput<typeof skipReasonSchema>;

export const skipSchema = v.object({
  itemId: workItemIdSchema,
  itemNumber: v.string(),
  itemTitle: v.string(),
  field: v.nullable(v.string()),
  reason: skipReasonSchema,
});
export type Skip = v.InferOutput<typeof skipSchema>;

export const previewSchema = v.object({
  changes: v.array(changeSchema),
  skipped: v.array(skipSchema),
  /** Write calls that applying all changes takes. */
  upstreamCalls: v.number(),
  estimateMs: v.number(),
  readAt: epochMsSchema,
});
export type Preview = v.InferOutput<typeof previewSchema>;

/** What the person agreed to: exact values, each with the value that it was seen to replace. */
export const agreedChangeSchema = v.strictObject({
  itemId: workItemIdSchema,
  field: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  from: fieldValueSchema,
  to: fieldValueSchema,
});
export type AgreedChange = v.InferOutput<typeof agreedChangeSchema>;

export const changeSetOriginSchema = v.picklist(["link", "edit", "drag", "undo"]);
export type ChangeSetOrigin = v.InferOutput<typeof changeSetOriginSchema>;

export const newChangeSetSchema = v.strictObject({
  origin: v.picklist(["link", "edit", "drag"]),
  projectId: projectIdSchema,
  planId: v.nullable(planIdSchema),
  changes: v.pipe(v.array(agreedChangeSchema), v.minLength(1), v.maxLength(MAX_ITEMS * 8)),
});
export type NewChangeSet = v.InferOutput<typeof newChangeSetSchema>;

export const outcomeSchema = v.picklist([
  "queued",
  "sending",
  "applied",
  "unchanged",
  "failed",
  "conflict",
  "unknown",
  "cancelled",
]);
export type Outcome = v.InferOutput<typeof outcomeSchema>;
export const FINAL_OUTCOMES = ["applied", "unchanged", "failed", "conflict", "unknown", "cancelled"] as const;

export const changeSetStateSchema = v.picklist([
  "queued",
  "running",
  "waiting-for-codearts",
  "waiting-for-sign-in",
  "cancelling",
  "finished",
]);
export type ChangeSetState = v.InferOutput<typeof changeSetStateSchema>;

export const changeSetSchema = v.object({
  id: changeSetIdSchema,
  origin: changeSetOriginSchema,
  state: changeSetStateSchema,
  projectId: projectIdSchema,
  projectName: v.string(),
  projectKind: projectKindSchema,
  planId: v.nullable(planIdSchema),
  planName: v.nullable(v.string()),
  createdBy: personSchema,
  createdAt: epochMsSchema,
  finishedAt: v.nullable(epochMsSchema),
  /** Distinct items, and changes (rows). */
  items: v.number(),
  total: v.number(),
  counts: v.record(outcomeSchema, v.number()),
  /** Distinct field codes touched, for the title. */
  fields: v.array(v.string()),
  calls: v.object({ planned: v.number(), sent: v.number() }),
  undoOf: v.nullable(changeSetIdSchema),
  undoneBy: v.nullable(changeSetIdSchema),
  canUndo: v.boolean(),
  canRetry: v.boolean(),
  canCancel: v.boolean(),
});
export type ChangeSet = v.InferOutput<typeof changeSetSchema>;

/** Why a change ended as it did, beyond the upstream's code; the web has the words. */
export const outcomeReasonSchema = v.picklist([
  "read-back-confirmed",
  "already-so",
  "changed-meanwhile",
  "refused",
  "not-applied",
  "answer-lost",
  "read-back-failed",
  "invalid-value",
  "not-found",
  "cancelled",
  "not-removable",
  "cannot-clear",
]);
export type OutcomeReason = v.InferOutput<typeof outcomeReasonSchema>;

export const changeResultSchema = v.object({
  ...changeSchema.entries,
  outcome: outcomeSchema,
  reason: v.nullable(outcomeReasonSchema),
  /** CodeArts' own code and text, as they came. */
  upstreamCode: v.nullable(v.string()),
  upstreamMessage: v.nullable(v.string()),
  /** For a conflict: what the field holds now, in words. */
  foundLabel: v.nullable(v.string()),
  at: v.nullable(epochMsSchema),
});
export type ChangeResult = v.InferOutput<typeof changeResultSchema>;

export const changeSetQuerySchema = v.object({
  outcome: v.optional(outcomeSchema),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,9}$/))),
  limit: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(1000))),
});

/** A change set and a page of its results, the worst outcomes first. */
export const changeSetPageSchema = v.object({
  changeSet: changeSetSchema,
  items: v.array(changeResultSchema),
  total: v.number(),
  nextCursor: v.optional(v.string()),
});
export type ChangeSetPage = v.InferOutput<typeof changeSetPageSchema>;

export const changeSetListSchema = v.object({
  items: v.array(changeSetSchema),
  total: v.number(),
  nextCursor: v.optional(v.string()),
});
export type ChangeSetList = v.InferOutput<typeof changeSetListSchema>;
