import * as v from "valibot";
import { errorBodySchema } from "./errors.ts";
import { epochMsSchema, planIdSchema, projectIdSchema } from "./ids.ts";
import { projectSchema } from "./projects.ts";
import { planTypeSchema } from "./plans.ts";
import { workItemSchema } from "./work-items.ts";

/** Where items and plans do not fit each other. What each means in full is said by `coverageRuleSchema`. */
export const coverageKindSchema = v.picklist(["no-plan", "plans-differ", "closed-planned", "outside-sprint"]);
export type CoverageKind = v.InferOutput<typeof coverageKindSchema>;

/** Why an item is listed; the web puts it into words. */
export const coverageRuleSchema = v.picklist([
  /** Open, and on no plan of its project. */
  "no-plan",
  /** Open, on several plans, and the newest baselines of two of them keep other dates for it. */
  "baselines-differ",
  /** Open, on several plans, and lies wholly before or after everything else on one of them. */
  "apart-from-plan",
  /** Closed, and its end is still to come. */
  "ends-later",
  /** Closed, while items below it are open. */
  "open-below",
  /** Open, and starts before its sprint begins. */
  "starts-before-sprint",
  /** Open, and ends after its sprint ends. */
  "ends-after-sprint",
]);
export type CoverageRule = v.InferOutput<typeof coverageRuleSchema>;

export const coverageReasonSchema = v.object({
  rule: coverageRuleSchema,
  /** Calendar days by which it is so, where days tell. */
  days: v.optional(v.number()),
  /** Items that make it so, where it is a number of them. */
  count: v.optional(v.number()),
  /** The plans that it is about. */
  planIds: v.optional(v.array(planIdSchema)),
});
export type CoverageReason = v.InferOutput<typeof coverageReasonSchema>;

export const coverageFindingSchema = v.object({
  item: workItemSchema,
  /** The plans that the item is on. */
  planIds: v.array(planIdSchema),
  reasons: v.array(coverageReasonSchema),
});
export type CoverageFinding = v.InferOutput<typeof coverageFindingSchema>;

export const coverageCountsSchema = v.object({
  "no-plan": v.number(),
  "plans-differ": v.number(),
  "closed-planned": v.number(),
  "outside-sprint": v.number(),
});
export type CoverageCounts = v.InferOutput<typeof coverageCountsSchema>;

/** What was read for a project's findings. */
const coverageReadSchema = v.object({
  projectId: projectIdSchema,
  /** Items of the project, and plans whose items were read. */
  items: v.number(),
  plans: v.number(),
  /** Plans whose items could not be read: an item that is on one of these alone counts as on none. */
  failedPlans: v.number(),
  /** When the items were last known to be current. */
  readAt: epochMsSchema,
});

/** One line of the stream: the projects first, then each as it has been read. One failure stays alone. */
export const coverageEventSchema = v.variant("type", [
  v.object({ type: v.literal("projects"), projects: v.array(projectSchema) }),
  v.object({ type: v.literal("counts"), ...coverageReadSchema.entries, counts: coverageCountsSchema }),
  v.object({ type: v.literal("project-failed"), projectId: projectIdSchema, error: errorBodySchema.entries.error }),
  v.object({ type: v.literal("end"), readAt: epochMsSchema }),
]);
export type CoverageEvent = v.InferOutput<typeof coverageEventSchema>;

/** `project` reads that one alone ("Try again"). */
export const coverageQuerySchema = v.object({ project: v.optional(projectIdSchema) });

export const coverageFindingsQuerySchema = v.object({
  kind: coverageKindSchema,
  cursor: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,6}$/))),
  /** Rows a page, 1–500. */
  limit: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(500))),
});

export const coverageFindingsSchema = v.object({
  ...coverageReadSchema.entries,
  counts: coverageCountsSchema,
  findings: v.array(coverageFindingSchema),
  total: v.number(),
  nextCursor: v.optional(v.string()),
  /** Every plan of the project, for names and for adding to one. */
  projectPlans: v.array(v.object({ id: planIdSchema, name: v.string(), type: planTypeSchema })),
  /** Whether items can be added to its Gantt plans from here. */
  canLink: v.boolean(),
});
export type CoverageFindings = v.InferOutput<typeof coverageFindingsSchema>;
