import { randomBytes } from "node:crypto";
import type { AuditDetail, AuditKind, AuditRow } from "@gantry/api-contract";
import type { DatabaseTransaction } from "../database/schema.ts";
import { toBoundedDetail, toBoundedText } from "./bounded.ts";
import { type AuditContent, chainHashOf, contentHashOf } from "./chain.ts";

export type AuditEntry = {
  /** Epoch ms. */
  at: number;
  kind: AuditKind;
  /** Null where nobody was signed in. */
  actor: AuditRow["actor"];
  projectId: string | null;
  changeSetId: string | null;
  /** Of the request that it was done by; null for what a job does. */
  requestId: string | null;
  /** As `auditKindSchema` says for the kind. No secrets; texts are cut, and some 500 ids fit. */
  detail: AuditDetail;
};

const NONCE_BYTES = 16;

/**
 * Adds a row to the audit chain, in the transaction of what it tells of: both are there, or neither. Call it last,
 * for the chain's end stays locked from here to the commit.
 */
export function appendAudit(transaction: DatabaseTransaction, entry: AuditEntry): Promise<void> {
  return appendAuditRows(transaction, [entry]);
}

/** As `appendAudit`, for some tens of entries at once, in their order. */
export async function appendAuditRows(transaction: DatabaseTransaction, entries: readonly AuditEntry[]): Promise<void> {
  const head = await transaction
    .updateTable("audit_head")
    .set((set) => ({ number: set("number", "+", entries.length) }))
    .where("id", "=", 1)
    .returning(["number", "hash"])
    .executeTakeFirstOrThrow();
  let { hash } = head;
  const rows = entries.map((entry, index) => {
    const number = head.number - entries.length + index + 1;
    const row = toRow(entry, { number, previousHash: hash });
    hash = row.hash;
    return row;
  });
  await transaction.insertInto("audit_rows").values(rows).execute();
  await transaction.updateTable("audit_head").set({ hash }).where("id", "=", 1).execute();
}

function toRow(entry: AuditEntry, { number, previousHash }: { number: number; previousHash: string }) {
  const content = toContent(entry, { number, nonce: randomBytes(NONCE_BYTES).toString("hex") });
  const contentHash = contentHashOf(content);
  return {
    number,
    at: content.at,
    kind: content.kind,
    domain_id: content.actor?.domainId ?? null,
    user_id: content.actor?.userId ?? null,
    user_name: content.actor?.name ?? null,
    project_id: content.projectId,
    change_set_id: content.changeSetId,
    request_id: content.requestId,
    detail_json: JSON.stringify(content.detail),
    nonce: content.nonce,
    content_hash: contentHash,
    previous_hash: previousHash,
    hash: chainHashOf({ previousHash, number, contentHash }),
  };
}

function toContent(entry: AuditEntry, { number, nonce }: { number: number; nonce: string }): AuditContent {
  const text = (value: string | null) => (value === null ? null : toBoundedText(value));
  const { actor } = entry;
  return {
    number,
    at: entry.at,
    kind: entry.kind,
    actor: actor && {
      userId: toBoundedText(actor.userId),
      domainId: toBoundedText(actor.domainId),
      name: toBoundedText(actor.name),
    },
    projectId: text(entry.projectId),
    changeSetId: text(entry.changeSetId),
    requestId: text(entry.requestId),
    detail: toBoundedDetail(entry.detail),
    nonce,
  };
}
