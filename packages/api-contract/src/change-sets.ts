import * as v from "valibot";
import { changeSetIdSchema, epochMsSchema, planIdSchema, projectIdSchema, workItemIdSchema } from "./ids.ts";
import { changeSchema, MAX_ITEMS } from "./proposals.ts";
import { personSchema, projectKindSchema } from "./projects.ts";
import { fieldValueSchema } from "./work-items.ts";

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
  "paused",
  "cancelling",
  "finished",
]);
export type ChangeSetState = v.InferOutput<typeof changeSetStateSchema>;

export const changeSetSchema = v.object({
  id: changeSetIdSchema,
  origin: changeSetOriginSchema,
  /** Grows with all that is learnt of it: of two readings, the higher is the newer. */
  revision: v.number(),
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
  /** What is left takes about this long; null where nobody can say (waiting, paused, finished). */
  remainingMs: v.nullable(v.number()),
  undoOf: v.nullable(changeSetIdSchema),
  undoneBy: v.nullable(changeSetIdSchema),
  /** Until then it can be undone and its outcomes are kept; later only its line in the list is. */
  keptUntil: epochMsSchema,
  canUndo: v.boolean(),
  canRetry: v.boolean(),
  /** Unknown ones could be sent again, by a person who accepts that they may have been applied already. */
  canRetryUnknown: v.boolean(),
  canCancel: v.boolean(),
  canPause: v.boolean(),
  canResume: v.boolean(),
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
  /** Gantry ended abruptly three times while it sent this one. */
  "crashed",
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
  /** CodeArts' code, as `codes` of the answer names it. */
  code: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  /** `worst` first (the default), or in the order of agreement, which stays the same while a job runs. */
  order: v.optional(v.picklist(["worst", "agreed"])),
  /** Results before the page: a reader may begin anywhere. */
  cursor: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,9}$/))),
  limit: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(1000))),
});

/** A change set and a page of its results, the worst outcomes first. */
export const changeSetPageSchema = v.object({
  changeSet: changeSetSchema,
  items: v.array(changeResultSchema),
  /** Results that match the query. */
  total: v.number(),
  /** CodeArts' codes among all results of the change set, the most frequent first. */
  codes: v.array(v.object({ code: v.string(), results: v.number() })),
  nextCursor: v.optional(v.string()),
});
export type ChangeSetPage = v.InferOutput<typeof changeSetPageSchema>;

/** What of an undo was unticked in its preview. */
export const undoRequestSchema = v.strictObject({
  except: v.optional(
    v.pipe(
      v.array(v.strictObject({ itemId: workItemIdSchema, field: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) })),
      v.maxLength(MAX_ITEMS * 8),
    ),
  ),
});
export type UndoRequest = v.InferOutput<typeof undoRequestSchema>;

export const changeSetListSchema = v.object({
  items: v.array(changeSetSchema),
  total: v.number(),
  nextCursor: v.optional(v.string()),
});
export type ChangeSetList = v.InferOutput<typeof changeSetListSchema>;
