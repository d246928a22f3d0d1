import { outcomeSchema } from "@gantry/api-contract";
import * as v from "valibot";

/** What the address of a change set's page holds: the outcome whose changes are listed; none = all. */
export const changeSetSearchSchema = v.object({
  outcome: v.fallback(v.optional(outcomeSchema), undefined),
});
export type ChangeSetSearch = v.InferOutput<typeof changeSetSearchSchema>;
