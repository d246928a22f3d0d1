import { auditKindSchema, changeSetIdSchema, isoDateSchema, projectIdSchema } from "@gantry/api-contract";
import * as v from "valibot";

/** What the address of the audit log holds: which rows are shown; nothing = all that one may see. */
export const auditSearchSchema = v.object({
  project: v.fallback(v.optional(projectIdSchema), undefined),
  who: v.fallback(v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))), undefined),
  kind: v.fallback(v.optional(auditKindSchema), undefined),
  changeSet: v.fallback(v.optional(changeSetIdSchema), undefined),
  /** First and last day, as the reader's clock has them. */
  from: v.fallback(v.optional(isoDateSchema), undefined),
  until: v.fallback(v.optional(isoDateSchema), undefined),
});
export type AuditSearch = v.InferOutput<typeof auditSearchSchema>;

export function isFiltered(search: AuditSearch): boolean {
  return Object.values(search).some((value) => value !== undefined);
}
