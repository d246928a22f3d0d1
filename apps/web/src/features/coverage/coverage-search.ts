import { coverageKindSchema, projectIdSchema } from "@gantry/api-contract";
import * as v from "valibot";

/** What the address of the coverage holds: which kind, and the project whose items are listed. */
export const coverageSearchSchema = v.object({
  kind: v.fallback(v.optional(coverageKindSchema), undefined),
  project: v.fallback(v.optional(projectIdSchema), undefined),
});
export type CoverageSearch = v.InferOutput<typeof coverageSearchSchema>;
