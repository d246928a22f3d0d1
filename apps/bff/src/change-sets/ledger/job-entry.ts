import type { AuditDetail, AuditKind } from "@gantry/api-contract";
import type { AuditEntry } from "../../audit/append.ts";
import type { Lease } from "./lease.ts";

/** What a job does is done in the name of the person who made the change set. */
export function toJobEntry({ record }: Lease, told: { at: number; kind: AuditKind; detail: AuditDetail }): AuditEntry {
  return {
    ...told,
    actor: { ...record.owner, name: record.createdBy.name },
    projectId: record.projectId,
    changeSetId: record.id,
    requestId: null,
  };
}
