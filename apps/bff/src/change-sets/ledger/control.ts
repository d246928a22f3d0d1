import type { Database } from "../../database/schema.ts";
import { HOPELESS_REASONS } from "./read.ts";
import { revise } from "./revise.ts";

/**
 * Sends nothing further: what is queued ends as cancelled, what was sent is still read back.
 * @returns false when the change set had already finished
 */
export async function cancelQueued(database: Database, options: { changeSetId: string; at: number }): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await revise(transaction, options.changeSetId);
    const stopped = await transaction
      .updateTable("change_sets")
      .set({ state: "cancelling" })
      .where("id", "=", options.changeSetId)
      .where("state", "!=", "finished")
      .executeTakeFirst();
    if (stopped.numUpdatedRows !== 1n) return false;
    const queued = transaction
      .updateTable("change_rows")
      .where("change_set_id", "=", options.changeSetId)
      .where("outcome", "=", "queued");
    await queued
      .set({ outcome: "cancelled", reason: "cancelled", at: options.at })
      .where("maybe_sent", "=", 0)
      .execute();
    // Waiting to be sent a second time: reading back tells whether the first had an effect after all.
    await queued.set({ outcome: "sending" }).where("maybe_sent", "=", 1).execute();
    return true;
  });
}

/**
 * Queues failed rows again (and `unknown` ones when a person asks for exactly that), but not those that no sending can mend.
 * @returns how many rows were queued; 0 leaves the change set as it is
 */
export async function requeueFailed(
  database: Database,
  options: { changeSetId: string; includeUnknown: boolean },
): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    await revise(transaction, options.changeSetId);
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
      })
      .where("change_set_id", "=", options.changeSetId)
      .where((where) =>
        where.or([
          where.and([where("outcome", "=", "failed"), where("reason", "not in", HOPELESS_REASONS)]),
          ...(options.includeUnknown ? [where("outcome", "=", "unknown")] : []),
        ]),
      )
      .executeTakeFirst();
    const queued = Number(result.numUpdatedRows);
    if (queued > 0) {
      await transaction
        .updateTable("change_sets")
        .set({ state: "queued", finished_at: null })
        .where("id", "=", options.changeSetId)
        .where("state", "=", "finished")
        .execute();
    }
    return queued;
  });
}
