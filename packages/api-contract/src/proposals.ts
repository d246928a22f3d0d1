import * as v from "valibot";
import { dependencyTypeSchema } from "./dependencies.ts";
import { changeSetIdSchema, epochMsSchema, planIdSchema, projectIdSchema, workItemIdSchema } from "./ids.ts";
import { isoDateSchema } from "./iso-date.ts";
import { fieldValueSchema, itemShapeSchema } from "./work-items.ts";

/** Most items in one change set. */
export const MAX_ITEMS = 10_000;

/** The pseudo field of a link: from null (not on the plan) to the plan's id. */
export const LINK_FIELD = "plan";

const itemIdsSchema = v.pipe(v.array(workItemIdSchema), v.minLength(1), v.maxLength(MAX_ITEMS));

const weekdaySchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6));

/**
 * What a batch form asks of every selected item; untouched fields are not named. The relative ones count working days
 * of the proposal's calendar.
 */
export const fieldEditSchema = v.variant("how", [
  v.strictObject({ how: v.literal("set"), field: v.string(), value: fieldValueSchema }),
  v.strictObject({ how: v.literal("clear"), field: v.string() }),
  /** Moves start and end together; negative = earlier. */
  v.strictObject({
    how: v.literal("shift"),
    workingDays: v.pipe(v.number(), v.integer(), v.minValue(-2500), v.maxValue(2500)),
  }),
  /** Moves each item so that it starts on a weekday (0 = Sunday); its length in working days stays. */
  v.strictObject({
    how: v.literal("snap"),
    weekday: weekdaySchema,
    toward: v.picklist(["earlier", "later", "nearest"]),
  }),
  /** Moves each item into a sprint's days, and cuts what is longer than the sprint; null = the sprint that it is in. */
  v.strictObject({ how: v.literal("fit-sprint"), sprintId: v.nullable(v.string()) }),
  /** Stretches lengths, and distances from the anchor (default: the earliest start of all), in working days. */
  v.strictObject({
    how: v.literal("scale"),
    percent: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(1000)),
    anchor: v.optional(isoDateSchema),
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
  /**
   * As `link`, of all addable items that match a search ("all 12,480 matching"), read anew. Of more than `MAX_ITEMS`
   * the first are taken, in the list's order.
   */
  v.strictObject({
    kind: v.literal("link-matching"),
    projectId: projectIdSchema,
    planId: planIdSchema,
    search: v.optional(v.pipe(v.string(), v.maxLength(256))),
    /** Rows that were unticked after all were selected. */
    exceptIds: v.pipe(v.array(workItemIdSchema), v.maxLength(MAX_ITEMS)),
    scheduleUndatedOn: v.optional(isoDateSchema),
  }),
  v.strictObject({
    kind: v.literal("edit"),
    projectId: projectIdSchema,
    planId: v.nullable(planIdSchema),
    itemIds: itemIdsSchema,
    edits: v.pipe(v.array(fieldEditSchema), v.minLength(1), v.maxLength(64)),
    calendar: v.optional(calendarSchema),
    /** Also list what the new dates would push along Gantry's links; each such change names its cause. */
    cascade: v.optional(v.boolean()),
  }),
  /** Puts back what a change set of one's own applied. Applied by `undoChangeSet`. */
  v.strictObject({ kind: v.literal("undo"), projectId: projectIdSchema, changeSetId: changeSetIdSchema }),
]);
export type Proposal = v.InferOutput<typeof proposalSchema>;

/** The link along which a cascade moved an item, and the item at its other end. */
export const cascadeCauseSchema = v.object({
  itemId: workItemIdSchema,
  itemNumber: v.string(),
  itemTitle: v.string(),
  linkType: dependencyTypeSchema,
  lagDays: v.number(),
});
export type CascadeCause = v.InferOutput<typeof cascadeCauseSchema>;

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
  /** Only of changes that nobody asked for: what a cascade would move. */
  cause: v.optional(cascadeCauseSchema),
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
  /** CodeArts lets this person see the item, not change it. */
  "not-permitted",
  /** Closed, or in an archived project: CodeArts takes no changes. */
  "read-only",
  /** For undo: somebody changed it since; `foundLabel` says to what. */
  "changed-since",
  /** For undo: CodeArts documents no way to take one item off a plan. */
  "not-removable",
  /** For undo: there was no value before, and CodeArts cannot clear this field. */
  "cannot-clear",
  /** For fit-sprint: the item is in no sprint, or the sprint has no days. */
  "no-sprint",
  /** A change set that still runs writes the same field; `foundLabel` says what it will hold. */
  "conflict",
  /** Its days would leave the years 0001–9999. */
  "outside-calendar",
  /** For a cascade: the links that would push it lead back to it. */
  "ring",
  /** For undo: nobody knows whether it was applied, so it is not put back. */
  "unknown-outcome",
]);
export type SkipReason = v.InferOutput<typeof skipReasonSchema>;

export const skipSchema = v.object({
  itemId: workItemIdSchema,
  itemNumber: v.string(),
  itemTitle: v.string(),
  field: v.nullable(v.string()),
  reason: skipReasonSchema,
  /** What the field holds now, in words, where the reason is about that. */
  foundLabel: v.optional(v.nullable(v.string())),
});
export type Skip = v.InferOutput<typeof skipSchema>;

export const previewSchema = v.object({
  changes: v.array(changeSchema),
  skipped: v.array(skipSchema),
  /** Items that the proposal is about, and how many of them were looked at (at most `MAX_ITEMS`). */
  matching: v.number(),
  taken: v.number(),
  /** Write calls that applying all changes takes, and the reads before and after them. */
  upstreamCalls: v.number(),
  upstreamReads: v.number(),
  estimateMs: v.number(),
  readAt: epochMsSchema,
});
export type Preview = v.InferOutput<typeof previewSchema>;
