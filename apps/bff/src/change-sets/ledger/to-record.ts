import type { FieldValue } from "@gantry/api-contract";
import type { Selectable } from "kysely";
import type { ChangeSetRecord, RowRecord } from "./records.ts";
import type { ChangeSetTables } from "./tables.ts";
import type { Wire } from "../compile/wire.ts";

export function toChangeSetRecord(row: Selectable<ChangeSetTables["change_sets"]>): ChangeSetRecord {
  return {
    id: row.id,
    owner: { userId: row.user_id, domainId: row.domain_id },
    createdBy: { id: row.user_id, numericId: row.user_numeric_id, name: row.user_display_name },
    idempotencyKey: row.idempotency_key,
    origin: row.origin,
    state: row.state,
    projectId: row.project_id,
    projectName: row.project_name,
    projectKind: row.project_kind,
    planId: row.plan_id,
    planName: row.plan_name,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    items: row.items,
    total: row.total,
    fields: fromLedgerJson<string[]>(row.fields_json),
    callsPlanned: row.calls_planned,
    callsSent: row.calls_sent,
    undoOf: row.undo_of,
    undoneBy: row.undone_by,
    sequence: row.sequence,
    revision: row.revision,
  };
}

export function toRowRecord(row: Selectable<ChangeSetTables["change_rows"]>): RowRecord {
  return {
    position: row.position,
    itemId: row.item_id,
    itemNumber: row.item_number,
    itemTitle: row.item_title,
    itemType: row.item_type,
    itemShape: row.item_shape,
    field: row.field,
    from: fromLedgerJson<FieldValue>(row.from_json),
    to: fromLedgerJson<FieldValue>(row.to_json),
    fromLabel: row.from_label,
    toLabel: row.to_label,
    wire: row.wire_json === null ? null : fromLedgerJson<Wire>(row.wire_json),
    outcome: row.outcome,
    reason: row.reason,
    upstreamCode: row.upstream_code,
    upstreamMessage: row.upstream_message,
    foundLabel: row.found_label,
    at: row.at,
    attempt: row.attempt,
    doubts: row.doubts,
    maybeSent: row.maybe_sent === 1,
    sentAt: row.sent_at,
    crashes: row.crashes,
    recoveries: row.recoveries,
  };
}

/** Only for columns that this room wrote itself, from values of this type. */
function fromLedgerJson<T>(text: string): T {
  return JSON.parse(text) as T;
}
