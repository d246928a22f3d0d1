import { planIdSchema, projectIdSchema } from "@gantry/api-contract";
import * as v from "valibot";

/** What the address of the changes' page holds; nothing = everybody's, everywhere. */
export const changesSearchSchema = v.object({
  by: v.fallback(v.optional(v.literal("me")), undefined),
  project: v.fallback(v.optional(projectIdSchema), undefined),
  plan: v.fallback(v.optional(planIdSchema), undefined),
});
export type ChangesSearch = v.InferOutput<typeof changesSearchSchema>;

export function isFiltered(search: ChangesSearch): boolean {
  return search.by !== undefined || search.project !== undefined || search.plan !== undefined;
}
