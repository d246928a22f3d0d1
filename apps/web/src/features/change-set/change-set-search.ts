import { outcomeSchema } from "@gantry/api-contract";
import * as v from "valibot";

const codeSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** What the address of a change set's page holds: which of its results are listed; nothing = all. */
export const changeSetSearchSchema = v.object({
  outcome: v.fallback(v.optional(outcomeSchema), undefined),
  code: v.fallback(v.optional(codeSchema), undefined),
});
export type ChangeSetSearch = v.InferOutput<typeof changeSetSearchSchema>;
