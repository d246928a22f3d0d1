import * as v from "valibot";
import { epochMsSchema, planIdSchema, projectIdSchema } from "./ids.ts";
import { isoDateSchema } from "./iso-date.ts";
import { personSchema, projectSchema } from "./projects.ts";
import { errorBodySchema } from "./errors.ts";

export const planTypeSchema = v.picklist(["gantt", "mind"]);
export type PlanType = v.InferOutput<typeof planTypeSchema>;

export const planSchema = v.object({
  id: planIdSchema,
  projectId: projectIdSchema,
  name: v.string(),
  type: planTypeSchema,
  creator: v.nullable(personSchema),
  updater: v.nullable(personSchema),
  createdAt: v.nullable(epochMsSchema),
  updatedAt: v.nullable(epochMsSchema),
});
export type Plan = v.InferOutput<typeof planSchema>;

/** One plan with its project: the head of a plan's page. */
export const planDetailSchema = v.object({
  plan: planSchema,
  project: projectSchema,
  /** Whether work items can be linked from here: Gantt charts of Scrum projects only, as CodeArts documents. */
  canLink: v.boolean(),
});
export type PlanDetail = v.InferOutput<typeof planDetailSchema>;

export const planNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(128));

export const planListQuerySchema = v.object({
  search: v.optional(v.pipe(v.string(), v.maxLength(256))),
  type: v.optional(planTypeSchema),
  creator: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,64}$/))),
  sort: v.optional(v.picklist(["name", "-name", "updated", "-updated", "created", "-created"])),
  page: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(9999))),
  pageSize: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(200))),
});

export const planListSchema = v.object({
  items: v.array(planSchema),
  total: v.number(),
  gantts: v.number(),
  minds: v.number(),
});
export type PlanList = v.InferOutput<typeof planListSchema>;

export const planHealthSchema = v.picklist(["late", "at-risk", "stale", "on-track", "empty"]);
export type PlanHealth = v.InferOutput<typeof planHealthSchema>;

/** Why a plan's health is what it is, worst first; the web puts it into words. */
export const healthReasonSchema = v.object({
  rule: v.picklist(["overdue", "blocked", "behind", "unassigned", "unscheduled", "stale", "empty"]),
  count: v.number(),
  /** Days that the oldest item is past its end (overdue), or since anything changed (stale). */
  days: v.optional(v.number()),
});
export type HealthReason = v.InferOutput<typeof healthReasonSchema>;

/** What the items of a plan add up to on a given day. Leaves only: a parent's dates are its children's. */
export const planRollUpSchema = v.object({
  /** Every item of the plan, parents included: the count that the plan's own page shows. */
  items: v.number(),
  done: v.number(),
  /** Mean progress of the leaves, 0–100. */
  progress: v.number(),
  overdue: v.number(),
  unscheduled: v.number(),
  unassigned: v.number(),
  /** Open leaves that wait, by Gantry's own links, for an open item past its end. */
  blocked: v.number(),
  start: v.nullable(isoDateSchema),
  end: v.nullable(isoDateSchema),
  /** The latest change of the plan itself or of one of its items, where CodeArts tells. */
  changedAt: v.nullable(epochMsSchema),
  /** Who has most of the open leaves, most first, at most three; `peopleCount` = all who have any. */
  people: v.array(v.object({ person: personSchema, open: v.number() })),
  peopleCount: v.number(),
  health: planHealthSchema,
  reasons: v.array(healthReasonSchema),
});
export type PlanRollUp = v.InferOutput<typeof planRollUpSchema>;

/** `rollUp: null` with an error = the items could not be read; without one = they are being read, a later line tells. */
export const overviewPlanSchema = v.object({
  plan: planSchema,
  rollUp: v.nullable(planRollUpSchema),
  /** When the items behind the roll-up were last known to be current; null = never read. */
  readAt: v.nullable(epochMsSchema),
  error: v.optional(errorBodySchema.entries.error),
});
export type OverviewPlan = v.InferOutput<typeof overviewPlanSchema>;

/** What a plan that was told of before adds up to, or why its items could not be read. */
export const overviewRollUpSchema = v.object({ planId: planIdSchema, ...v.omit(overviewPlanSchema, ["plan"]).entries });
export type OverviewRollUp = v.InferOutput<typeof overviewRollUpSchema>;

/**
 * One line of the overview's stream. What was known before comes first and at once (`plans` with `isKnownBefore`), then
 * each project as CodeArts answers: its plans where they are other than that, their roll-ups a few at a time, and
 * `project-read` when all that was told of it is current. Asked for one project, it begins without `projects`.
 * One failure stays alone.
 */
export const overviewEventSchema = v.variant("type", [
  v.object({ type: v.literal("projects"), projects: v.array(projectSchema) }),
  v.object({
    type: v.literal("plans"),
    projectId: projectIdSchema,
    plans: v.array(overviewPlanSchema),
    /** Told from memory, before CodeArts was asked. */
    isKnownBefore: v.boolean(),
  }),
  v.object({ type: v.literal("roll-ups"), projectId: projectIdSchema, rollUps: v.array(overviewRollUpSchema) }),
  v.object({ type: v.literal("project-read"), projectId: projectIdSchema, readAt: epochMsSchema }),
  v.object({ type: v.literal("project-failed"), projectId: projectIdSchema, error: errorBodySchema.entries.error }),
  v.object({ type: v.literal("end"), readAt: epochMsSchema }),
]);
export type OverviewEvent = v.InferOutput<typeof overviewEventSchema>;

/** `project` reads that one alone ("Try again"); `fresh` = past what was read in the last moments. */
export const overviewQuerySchema = v.object({
  fresh: v.optional(v.literal("1")),
  project: v.optional(projectIdSchema),
});
