import type { ChangeSetState } from "@gantry/api-contract";
import type { Database, DatabaseTransaction } from "../../database/schema.ts";
import type { Owner } from "../../session/session.ts";
import { chunk, groupBy } from "../lists.ts";
import type { Verdict } from "./records.ts";
import { revise } from "./revise.ts";

const POSITIONS_PER_STATEMENT = 500;

export async function listUnfinishedIds(database: Database, options: { owner?: Owner } = {}): Promise<string[]> {
  let query = database.selectFrom("change_sets").select("id").where("state", "!=", "finished").orderBy("sequence");
  if (options.owner !== undefined) {
    query = query.where("user_id", "=", options.owner.userId).where("domain_id", "=", options.owner.domainId);
  }
  return (await query.execute()).map((row) => row.id);
}

/**
 * Writes down that a call is about to leave. Committed before its first byte does; false = do not send, since the
 * change set was cancelled or a row is no longer queued.
 */
export async function beginSend(
  database: Database,
  options: { changeSetId: string; positions: readonly number[] },
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await revise(transaction, options.changeSetId);
    if (await isCancelling(transaction, options.changeSetId)) return false;
    const open = await transaction
      .selectFrom("change_rows")
      .select((select) => select.fn.countAll<number>().as("rows"))
      .where("change_set_id", "=", options.changeSetId)
      .where("position", "in", options.positions)
      .where("outcome", "=", "queued")
      .executeTakeFirstOrThrow();
    if (Number(open.rows) !== options.positions.length) return false;
    await transaction
      .updateTable("change_rows")
      .set((set) => ({ outcome: "sending" as const, attempt: set("attempt", "+", 1) }))
      .where("change_set_id", "=", options.changeSetId)
      .where("position", "in", options.positions)
      .execute();
    await transaction
      .updateTable("change_sets")
      .set((set) => ({ calls_sent: set("calls_sent", "+", 1) }))
      .where("id", "=", options.changeSetId)
      .execute();
    return true;
  });
}

export type Settlement = { position: number; verdict: Verdict };

/** Records outcomes. A final outcome is never overwritten by a later, weaker fact. */
export async function settle(
  database: Database,
  options: { changeSetId: string; settlements: readonly Settlement[]; at: number },
): Promise<void> {
  const alike = groupBy(options.settlements, { keyOf: ({ verdict }) => JSON.stringify(verdict) });
  await database.transaction().execute(async (transaction) => {
    await revise(transaction, options.changeSetId);
    for (const group of alike.values()) {
      const verdict = group[0]?.verdict;
      if (verdict === undefined) continue;
      const isDoubtful = verdict.outcome === "unknown" || verdict.reason === "not-applied";
      for (const part of chunk(group, POSITIONS_PER_STATEMENT)) {
        await transaction
          .updateTable("change_rows")
          .set({
            outcome: verdict.outcome,
            reason: verdict.reason,
            upstream_code: verdict.upstreamCode ?? null,
            upstream_message: verdict.upstreamMessage ?? null,
            found_label: verdict.foundLabel ?? null,
            at: options.at,
            ...(isDoubtful ? { maybe_sent: 1 } : {}),
          })
          .where("change_set_id", "=", options.changeSetId)
          .where("outcome", "in", ["queued", "sending"])
          .where(
            "position",
            "in",
            part.map(({ position }) => position),
          )
          .execute();
      }
    }
  });
}

/** Whether a send that is to be repeated may have been carried out: surely not, perhaps, or perhaps and it was read back. */
type SendEffect = "none" | "maybe" | "doubted";

/**
 * Puts rows back that were not applied: the call never reached the service, or reading back said so. In a cancelled
 * change set they end there, but for those that may have been applied: they stay `sending`, to be read back.
 */
export async function requeue(
  database: Database,
  options: { changeSetId: string; positions: readonly number[]; effect: SendEffect; at: number },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await revise(transaction, options.changeSetId);
    const isCancelled = await isCancelling(transaction, options.changeSetId);
    if (isCancelled && options.effect === "maybe") return;
    await transaction
      .updateTable("change_rows")
      .set((set) => ({
        ...(isCancelled
          ? { outcome: "cancelled" as const, reason: "cancelled" as const, at: options.at }
          : { outcome: "queued" as const }),
        ...(options.effect === "none" ? {} : { maybe_sent: 1 }),
        ...(options.effect === "doubted" ? { doubts: set("doubts", "+", 1) } : {}),
      }))
      .where("change_set_id", "=", options.changeSetId)
      .where("outcome", "=", "sending")
      .where("position", "in", options.positions)
      .execute();
  });
}

/** Says what a running change set does or waits for. One that is being cancelled, or is finished, stays so. */
export async function setState(
  database: Database,
  options: { changeSetId: string; state: Exclude<ChangeSetState, "finished" | "cancelling">; callsPlanned?: number },
): Promise<void> {
  await database
    .updateTable("change_sets")
    .set((set) => ({
      state: options.state,
      revision: set("revision", "+", 1),
      ...(options.callsPlanned === undefined ? {} : { calls_planned: options.callsPlanned }),
    }))
    .where("id", "=", options.changeSetId)
    .where("state", "not in", ["finished", "cancelling"])
    .execute();
}

/** Ends a change set whose rows are all final; false = some are still open. */
export async function finishIfDone(database: Database, options: { changeSetId: string; at: number }): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await revise(transaction, options.changeSetId);
    const open = await transaction
      .selectFrom("change_rows")
      .select("position")
      .where("change_set_id", "=", options.changeSetId)
      .where("outcome", "in", ["queued", "sending"])
      .limit(1)
      .executeTakeFirst();
    if (open !== undefined) return false;
    await transaction
      .updateTable("change_sets")
      .set({ state: "finished", finished_at: options.at })
      .where("id", "=", options.changeSetId)
      .where("state", "!=", "finished")
      .execute();
    return true;
  });
}

/** Fields that earlier change sets of the same person still have to write, as `item/field`. */
export async function readEarlierOpenFields(
  database: Database,
  options: { owner: Owner; projectId: string; beforeSequence: number },
): Promise<Set<string>> {
  const rows = await database
    .selectFrom("change_sets")
    .innerJoin("change_rows", "change_rows.change_set_id", "change_sets.id")
    .select(["change_rows.item_id", "change_rows.field"])
    .where("change_sets.user_id", "=", options.owner.userId)
    .where("change_sets.domain_id", "=", options.owner.domainId)
    .where("change_sets.project_id", "=", options.projectId)
    .where("change_sets.state", "!=", "finished")
    .where("change_sets.sequence", "<", options.beforeSequence)
    .where("change_rows.outcome", "in", ["queued", "sending"])
    .execute();
  return new Set(rows.map((row) => `${row.item_id}/${row.field}`));
}

async function isCancelling(transaction: DatabaseTransaction, changeSetId: string): Promise<boolean> {
  const set = await transaction
    .selectFrom("change_sets")
    .select("state")
    .where("id", "=", changeSetId)
    .executeTakeFirst();
  return set === undefined || set.state === "cancelling" || set.state === "finished";
}
