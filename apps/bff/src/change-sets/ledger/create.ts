import { AppError } from "../../app-error.ts";
import { appendAudit } from "../../audit/append.ts";
import type { DatabaseTransaction } from "../../database/schema.ts";
import type { Store } from "../../database/store.ts";
import { nextNumber } from "../../database/next-number.ts";
import type { NewChangeSetRecord, NewRow } from "./records.ts";

/**
 * Stores a change set and all its rows in one transaction.
 * @returns the id under the creator's key: the given one, or that of the change set which was first with the key
 */
export async function insertChangeSet(
  store: Store,
  options: { record: NewChangeSetRecord; rows: readonly NewRow[]; requestId: string },
): Promise<{ id: string; isNew: boolean }> {
  const { record, rows, requestId } = options;
  return store.database.transaction().execute(async (transaction) => {
    const inserted = await transaction
      .insertInto("change_sets")
      .values({
        id: record.id,
        user_id: record.owner.userId,
        domain_id: record.owner.domainId,
        user_numeric_id: record.createdBy.numericId,
        user_display_name: record.createdBy.name,
        idempotency_key: record.idempotencyKey,
        origin: record.origin,
        state: record.state,
        project_id: record.projectId,
        project_name: record.projectName,
        project_kind: record.projectKind,
        plan_id: record.planId,
        plan_name: record.planName,
        created_at: record.createdAt,
        finished_at: null,
        items: record.items,
        total: record.total,
        fields_json: JSON.stringify(record.fields),
        calls_planned: record.callsPlanned,
        calls_sent: 0,
        undo_of: record.undoOf,
        undone_by: null,
        sequence: await nextNumber(transaction, "change_sets.sequence"),
        revision: 1,
        lease_holder: null,
        lease_until: null,
        fence: 0,
        purge: null,
        tally_json: null,
      })
      .onConflict((conflict) => conflict.columns(["domain_id", "user_id", "idempotency_key"]).doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) {
      const first = await transaction
        .selectFrom("change_sets")
        .select("id")
        .where("domain_id", "=", record.owner.domainId)
        .where("user_id", "=", record.owner.userId)
        .where("idempotency_key", "=", record.idempotencyKey)
        .executeTakeFirstOrThrow();
      return { id: first.id, isNew: false };
    }
    await store.insertRows(transaction, { table: "change_rows", rows: rows.map((row) => toColumns(row, record.id)) });
    if (record.undoOf !== null) {
      const undone = await transaction
        .updateTable("change_sets")
        .set((set) => ({ undone_by: record.id, revision: set("revision", "+", 1) }))
        .where("id", "=", record.undoOf)
        .where("state", "=", "finished")
        .executeTakeFirst();
      // Somebody had it retried meanwhile: what is still to be applied could never be put back.
      if (undone.numUpdatedRows !== 1n) throw new AppError("change_set.wrong_state", "It is running again");
    }
    await appendCreated(transaction, { record, requestId });
    return { id: record.id, isNew: true };
  });
}

async function appendCreated(
  transaction: DatabaseTransaction,
  { record, requestId }: { record: NewChangeSetRecord; requestId: string },
): Promise<void> {
  const { owner, createdBy, createdAt, projectId, origin, items, total, fields, undoOf } = record;
  const entry = { at: createdAt, actor: { ...owner, name: createdBy.name }, projectId, requestId };
  const detail = { origin, items, changes: total, fields, undoOf };
  await appendAudit(transaction, { ...entry, kind: "change_set.created", changeSetId: record.id, detail });
  if (undoOf === null) return;
  const undone = { undoneBy: record.id };
  await appendAudit(transaction, { ...entry, kind: "change_set.undone", changeSetId: undoOf, detail: undone });
}

/** What is left out has its value from the table: each column of 10,000 rows is felt. */
function toColumns(row: NewRow, changeSetId: string) {
  return {
    change_set_id: changeSetId,
    position: row.position,
    item_id: row.itemId,
    item_number: row.itemNumber,
    item_title: row.itemTitle,
    item_type: row.itemType,
    item_shape: row.itemShape,
    field: row.field,
    from_json: JSON.stringify(row.from),
    to_json: JSON.stringify(row.to),
    from_label: row.fromLabel,
    to_label: row.toLabel,
    wire_json: row.wire === null ? null : JSON.stringify(row.wire),
    outcome: row.outcome,
    reason: row.reason,
    at: row.at,
    attempt: 0,
    doubts: 0,
    maybe_sent: 0,
  };
}
