import type { AuditDetail, AuditKind, ChangeSetState } from "@gantry/api-contract";
import { appendAudit, type AuditEntry } from "../../audit/append.ts";
import type { Database, DatabaseTransaction } from "../../database/schema.ts";
import { HOPELESS_REASONS } from "./read.ts";
import type { ChangeSetRecord } from "./records.ts";
import { revise } from "./revise.ts";

/** What a person wants of a change set, and who it is. */
export type Order = {
  record: Pick<ChangeSetRecord, "id" | "projectId" | "finishedAt">;
  actor: AuditEntry["actor"];
  requestId: string;
  at: number;
};

/**
 * Sends nothing further: what is queued ends as cancelled, what was sent is still read back.
 * @returns the state that it was in; nothing changes once it is finished
 */
export async function cancelQueued(database: Database, order: Order): Promise<ChangeSetState> {
  const changeSetId = order.record.id;
  return database.transaction().execute(async (transaction) => {
    const state = await revise(transaction, changeSetId);
    if (state === "finished" || state === "cancelling") return state;
    await transaction.updateTable("change_sets").set({ state: "cancelling" }).where("id", "=", changeSetId).execute();
    const queued = transaction
      .updateTable("change_rows")
      .where("change_set_id", "=", changeSetId)
      .where("outcome", "=", "queued");
    const cancelled = await queued
      .set({ outcome: "cancelled", reason: "cancelled", at: order.at })
      .where("maybe_sent", "=", 0)
      .executeTakeFirst();
    // Waiting to be sent a second time: reading back tells whether the first had an effect after all.
    await queued.set({ outcome: "sending" }).where("maybe_sent", "=", 1).execute();
    await audit(transaction, {
      order,
      kind: "change_set.cancelled",
      detail: { changes: Number(cancelled.numUpdatedRows) },
    });
    return state;
  });
}

/** Sends nothing further for now; what was sent is still read back. @returns the state that it was in */
export function pauseSending(database: Database, order: Order): Promise<ChangeSetState> {
  return move(database, {
    order,
    kind: "change_set.paused",
    to: "paused",
    isFrom: (state) => state !== "paused" && state !== "cancelling" && state !== "finished",
  });
}

/** Goes on with a paused change set. @returns the state that it was in */
export function resumeSending(database: Database, order: Order): Promise<ChangeSetState> {
  return move(database, {
    order,
    kind: "change_set.resumed",
    to: "queued",
    isFrom: (state) => state === "paused",
  });
}

async function move(
  database: Database,
  options: { order: Order; kind: AuditKind; to: ChangeSetState; isFrom: (state: ChangeSetState) => boolean },
): Promise<ChangeSetState> {
  const { order, kind, to } = options;
  return database.transaction().execute(async (transaction) => {
    const state = await revise(transaction, order.record.id);
    if (!options.isFrom(state)) return state;
    await transaction.updateTable("change_sets").set({ state: to }).where("id", "=", order.record.id).execute();
    await audit(transaction, { order, kind, detail: {} });
    return state;
  });
}

/**
 * Queues failed rows again (and `unknown` ones when a person asks for exactly that), but not those that no sending can mend.
 * Nor anything once it was undone: what came after the undo could never be put back.
 * @returns how many rows were queued, and the state before; with 0 the change set stays as it is
 */
export async function requeueFailed(
  database: Database,
  options: { order: Order; includeUnknown: boolean },
): Promise<{ queued: number; state: ChangeSetState; isUndone: boolean }> {
  const { order, includeUnknown } = options;
  const changeSetId = order.record.id;
  return database.transaction().execute(async (transaction) => {
    const state = await revise(transaction, changeSetId);
    const { undone_by: undoneBy } = await transaction
      .selectFrom("change_sets")
      .select("undone_by")
      .where("id", "=", changeSetId)
      .executeTakeFirstOrThrow();
    const isUndone = undoneBy !== null;
    if (state === "cancelling" || isUndone) return { queued: 0, state, isUndone };
    const result = await transaction
      .updateTable("change_rows")
      .set({
        outcome: "queued",
        reason: null,
        upstream_code: null,
        upstream_message: null,
        found_label: null,
        at: null,
        doubts: 0,
        crashes: 0,
        recoveries: 0,
      })
      .where("change_set_id", "=", changeSetId)
      .where((where) =>
        where.or([
          where.and([where("outcome", "=", "failed"), where("reason", "not in", HOPELESS_REASONS)]),
          ...(includeUnknown ? [where("outcome", "=", "unknown")] : []),
        ]),
      )
      .executeTakeFirst();
    const queued = Number(result.numUpdatedRows);
    if (queued === 0) return { queued, state, isUndone };
    await transaction
      .updateTable("change_sets")
      .set({ state: "queued", finished_at: null, tally_json: null })
      .where("id", "=", changeSetId)
      .where("state", "=", "finished")
      .execute();
    await audit(transaction, {
      order,
      kind: "change_set.retried",
      detail: { changes: queued, unknown: includeUnknown },
    });
    return { queued, state, isUndone };
  });
}

async function audit(
  transaction: DatabaseTransaction,
  { order, kind, detail }: { order: Order; kind: AuditKind; detail: AuditDetail },
): Promise<void> {
  const { at, actor, requestId, record } = order;
  const changeSetId = record.id;
  await appendAudit(transaction, { at, kind, actor, projectId: record.projectId, changeSetId, requestId, detail });
}
