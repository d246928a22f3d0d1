import * as v from "valibot";
import { epochMsSchema, workItemIdSchema } from "./ids.ts";

/** Which end of the predecessor holds which end of the successor: finish to start, and so on. */
export const dependencyTypeSchema = v.picklist(["FS", "SS", "FF", "SF"]);
export type DependencyType = v.InferOutput<typeof dependencyTypeSchema>;

/** Working days that the successor waits; negative lets it begin earlier. */
export const MOST_LAG_DAYS = 365;

export const dependencyTermsSchema = v.strictObject({
  type: dependencyTypeSchema,
  lagDays: v.pipe(v.number(), v.integer(), v.minValue(-MOST_LAG_DAYS), v.maxValue(MOST_LAG_DAYS)),
});
export type DependencyTerms = v.InferOutput<typeof dependencyTermsSchema>;

/**
 * A link between two work items of one project. CodeArts has none between Scrum items: Gantry keeps them, one for each
 * pair and direction, and the screens say so.
 */
export const dependencySchema = v.object({
  fromId: workItemIdSchema,
  toId: workItemIdSchema,
  ...dependencyTermsSchema.entries,
  changedBy: v.string(),
  changedAt: epochMsSchema,
});
export type Dependency = v.InferOutput<typeof dependencySchema>;

/**
 * From what to what one link changes; null = no link. It is refused where the link is not (any more) as `before` says,
 * so that undoing, which swaps the two, never overwrites what somebody changed since.
 */
export const dependencyEditSchema = v.strictObject({
  fromId: workItemIdSchema,
  toId: workItemIdSchema,
  before: v.nullable(dependencyTermsSchema),
  after: v.nullable(dependencyTermsSchema),
});
export type DependencyEdit = v.InferOutput<typeof dependencyEditSchema>;

export const MOST_DEPENDENCY_EDITS = 500;
/** Links of one project. */
export const MOST_DEPENDENCIES = 100_000;

export const dependencyEditsSchema = v.strictObject({
  edits: v.pipe(v.array(dependencyEditSchema), v.minLength(1), v.maxLength(MOST_DEPENDENCY_EDITS)),
});

export const dependencyListSchema = v.object({ items: v.array(dependencySchema), readAt: epochMsSchema });
export type DependencyList = v.InferOutput<typeof dependencyListSchema>;
