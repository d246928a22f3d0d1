import { sql } from "kysely";
import { appendAudit } from "../../audit/append.ts";
import type { RowRecord } from "./records.ts";
import { withLease, type Lease } from "./lease.ts";
import { toJobEntry } from "./job-entry.ts";

/** A write call as the ledger sees it. */
export type Intent = { operation: string; rows: readonly RowRecord[] };

/**
 * Writes down that a call is about to leave. Committed before its first byte does; false = do not send, since the
 * change set was cancelled or paused, or a row is no longer queued.
 */
export async function beginSend(lease: Lease, options: { intent: Intent; at: number }): Promise<boolean> {
  const { rows, operation } = options.intent;
  return withLease(lease, async (transaction, state) => {
    if (!isSendable(state)) return false;
    const positions = rows.map(({ position }) => position);
    const begun = await transaction
      .updateTable("change_rows")
      .set((set) => ({ outcome: "sending" as const, attempt: set("attempt", "+", 1), sent_at: lease.store.now() }))
      .where("change_set_id", "=", lease.key.changeSetId)
      .where("position", "in", positions)
      .where("outcome", "=", "queued")
      .executeTakeFirst();
    if (Number(begun.numUpdatedRows) !== positions.length) throw new NotQueuedError();
    await transaction
      .updateTable("change_sets")
      .set((set) => ({ calls_sent: set("calls_sent", "+", 1) }))
      .where("id", "=", lease.key.changeSetId)
      .execute();
    const detail = {
      operation,
      itemIds: [...new Set(rows.map(({ itemId }) => itemId))],
      fields: [...new Set(rows.map(({ field }) => field))],
    };
    await appendAudit(transaction, toJobEntry(lease, { at: options.at, kind: "change_set.write_sent", detail }));
    return true;
  }).catch((error: unknown) => {
    if (error instanceof NotQueuedError) return false;
    throw error;
  });
}

/**
 * The same call is about to leave once more, since nobody had looked at it: the time of its intent moves on.
 * @returns false = do not send
 */
export async function repeatSend(lease: Lease, options: { intent: Intent }): Promise<boolean> {
  return withLease(lease, async (transaction, state) => {
    if (!isSendable(state)) return false;
    await transaction
      .updateTable("change_rows")
      .set({ sent_at: lease.store.now() })
      .where("change_set_id", "=", lease.key.changeSetId)
      .where("outcome", "=", "sending")
      .where(
        "position",
        "in",
        options.intent.rows.map(({ position }) => position),
      )
      .execute();
    return true;
  });
}

/** The store's clock, epoch ms. */
export async function readStoreNow({ store }: Lease): Promise<number> {
  const { rows } = await sql<{ now: number }>`select ${store.now()} as now`.execute(store.database);
  return Number(rows[0]?.now);
}

function isSendable(state: string): boolean {
  return state !== "cancelling" && state !== "paused" && state !== "finished";
}

/** Undoes the transaction. */
class NotQueuedError extends Error {}
