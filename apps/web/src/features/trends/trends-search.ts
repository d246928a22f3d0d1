import { planIdSchema, projectIdSchema, trendDaysSchema } from "@gantry/api-contract";
import * as v from "valibot";

/** What the address of the trends holds: of what, over how many days, and whether as a table. */
export const trendsSearchSchema = v.pipe(
  v.object({
    project: v.fallback(v.optional(projectIdSchema), undefined),
    plan: v.fallback(v.optional(planIdSchema), undefined),
    days: v.fallback(v.optional(trendDaysSchema), undefined),
    view: v.fallback(v.optional(v.literal("table")), undefined),
  }),
  // A plan is found by its project only.
  v.transform((search) => (search.project === undefined ? { ...search, plan: undefined } : search)),
);
export type TrendsSearch = v.InferOutput<typeof trendsSearchSchema>;

export const DEFAULT_DAYS = "90";
