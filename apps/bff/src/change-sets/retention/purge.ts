import { appendAudit } from "../../audit/append.ts";
import { holdLock } from "../../database/lock-row.ts";
import type { Database } from "../../database/schema.ts";
import { keepTally } from "../ledger/keep-tally.ts";
import { readTallied } from "../ledger/read-tallied.ts";
import { KEPT_MS } from "./kept.ts";

/** What was begun before the time was up may still come to its end. */
const GRACE_MS = 60 * 60_000;
const ROWS_PER_STEP = 1_000;
const LOCK = "retention";

/**
 * Does one small step of forgetting: marks a change set whose time is up, keeping its counts, or deletes some rows of
 * one that is marked. Its line in the list and the audit log stay.
 * @returns false when nothing is left to be done
 */
export async function purgeStep(database: Database, { now }: { now: number }): Promise<boolean> {
  const marked = await database
    .selectFrom("change_sets")
    .select(["id", "total"])
    .where("purge", "=", "deleting")
    .limit(1)
    .executeTakeFirst();
  if (marked !== undefined) {
    await deleteRows(database, marked);
    return true;
  }
  const before = now - KEPT_MS - GRACE_MS;
  const due = await database
    .selectFrom("change_sets")
    .select("id")
    .where("purge", "is", null)
    .where("finished_at", "<", before)
    .orderBy("finished_at")
    .limit(1)
    .executeTakeFirst();
  if (due === undefined) return false;
  await mark(database, { id: due.id, before, now });
  return true;
}

async function mark(
  database: Database,
  { id, before, now }: { id: string; before: number; now: number },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const taken = await transaction
      .updateTable("change_sets")
      .set((set) => ({ purge: "deleting" as const, revision: set("revision", "+", 1) }))
      .where("id", "=", id)
      .where("purge", "is", null)
      .where("state", "=", "finished")
      .where("finished_at", "<", before)
      .executeTakeFirst();
    // Another replica was faster, or a person has sent it on its way again.
    if (taken.numUpdatedRows !== 1n) return;
    await keepTally(transaction, id);
    const [found] = await readTallied(transaction, [id]);
    if (found === undefined) return;
    const { record } = found;
    await appendAudit(transaction, {
      at: now,
      kind: "change_set.purged",
      actor: { ...record.owner, name: record.createdBy.name },
      projectId: record.projectId,
      changeSetId: id,
      requestId: null,
      detail: { changes: record.total },
    });
  });
}

/** Rows from the lowest position on; when none is left the change set is done with. One replica at a time. */
async function deleteRows(database: Database, { id }: { id: string }): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await holdLock(transaction, LOCK);
    const rows = await transaction
      .selectFrom("change_rows")
      .select("position")
      .where("change_set_id", "=", id)
      .orderBy("position")
      .limit(ROWS_PER_STEP)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) {
      await transaction.updateTable("change_sets").set({ purge: "done" }).where("id", "=", id).execute();
      return;
    }
    await transaction
      .deleteFrom("change_rows")
      .where("change_set_id", "=", id)
      .where("position", "<=", last.position)
      .execute();
  });
}
