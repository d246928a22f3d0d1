import type { AuditDetail, AuditLine, AuditRow } from "@gantry/api-contract";
import type { StoredAuditRow } from "./read.ts";

export function toAuditRow(row: StoredAuditRow): AuditRow {
  return { ...toTold(row), hash: row.hash };
}

/** A row with all that its hashes are made of. */
export function toWholeLine(row: StoredAuditRow): AuditLine {
  return { ...toTold(row), nonce: row.nonce, ...toHashes(row) };
}

/** A row of which nothing is told but its place in the chain. */
export function toRedactedLine(row: StoredAuditRow): AuditLine {
  return { number: row.number, ...toHashes(row) };
}

function toTold(row: StoredAuditRow): Omit<AuditRow, "hash"> {
  const { user_id: userId, domain_id: domainId, user_name: name } = row;
  return {
    number: row.number,
    at: row.at,
    kind: row.kind,
    actor: userId === null || domainId === null || name === null ? null : { userId, domainId, name },
    projectId: row.project_id,
    changeSetId: row.change_set_id,
    requestId: row.request_id,
    detail: toDetail(row.detail_json),
  };
}

function toHashes(row: StoredAuditRow) {
  return { contentHash: row.content_hash, previousHash: row.previous_hash, hash: row.hash };
}

/** Written by `appendAudit` alone; what somebody made of it since fails at the hash, or at the contract. */
function toDetail(text: string): AuditDetail {
  return JSON.parse(text) as AuditDetail;
}
