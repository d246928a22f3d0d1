import { sql } from "kysely";
import { appendAuditRows, type AuditEntry } from "../../audit/append.ts";
import { chunk } from "../lists.ts";
import type { RowRecord } from "./records.ts";
import { withLease, type Lease } from "./lease.ts";
import { toJobEntry } from "./job-entry.ts";

/** A write call as the ledger sees it. */
export type Intent = { operation: string; rows: readonly RowRecord[] };

/** A call that is about to leave, and when. */
export type Begun = { intent: Intent; at: number };

/** Most ids in a statement, as elsewhere in the ledger. */
const POSITIONS_PER_STATEMENT = 500;

/**
 * Writes down that a call is about to leave. Committed before its first byte does; false = do not send, since the
 * change set was cancelled or paused, or a row is no longer queued.
 */
export async function beginSend(lease: Lease, begun: Begun): Promise<boolean> {
  const [mayLeave = false] = await beginSends(lease, [begun]);
  return mayLeave;
}

/** As `beginSend`, for calls that leave at the same time: what one commit holds hardly makes it dearer. */
export async function beginSends(lease: Lease, all: readonly Begun[]): Promise<boolean[]> {
  try {
    return await commitIntents(lease, all);
  } catch (error) {
    if (!(error instanceof NotQueuedError)) throw error;
    if (all.length === 1) return [false];
  }
  // Only a call whose own rows are no longer queued stays behind.
  const mayLeave: boolean[] = [];
  for (const begun of all) mayLeave.push(await beginSend(lease, begun));
  return mayLeave;
}

function commitIntents(lease: Lease, all: readonly Begun[]): Promise<boolean[]> {
  return withLease(lease, async (transaction, state) => {
    if (!isSendable(state)) return all.map(() => false);
    const positions = all.flatMap(({ intent }) => intent.rows.map(({ position }) => position));
    for (const part of chunk(positions, POSITIONS_PER_STATEMENT)) {
      const begun = await transaction
        .updateTable("change_rows")
        .set((set) => ({ outcome: "sending" as const, attempt: set("attempt", "+", 1), sent_at: lease.store.now() }))
        .where("change_set_id", "=", lease.key.changeSetId)
        .where("position", "in", part)
        .where("outcome", "=", "queued")
        .executeTakeFirst();
      if (Number(begun.numUpdatedRows) !== part.length) throw new NotQueuedError();
    }
    await transaction
      .updateTable("change_sets")
      .set((set) => ({ calls_sent: set("calls_sent", "+", all.length) }))
      .where("id", "=", lease.key.changeSetId)
      .execute();
    await appendAuditRows(
      transaction,
      all.map((begun) => toSentEntry(lease, begun)),
    );
    return all.map(() => true);
  });
}

function toSentEntry(lease: Lease, { intent: { operation, rows }, at }: Begun): AuditEntry {
  const detail = {
    operation,
    itemIds: [...new Set(rows.map(({ itemId }) => itemId))],
    fields: [...new Set(rows.map(({ field }) => field))],
  };
  return toJobEntry(lease, { at, kind: "change_set.write_sent", detail });
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
