import { AppError } from "../app-error.ts";
import type { Database } from "../database/schema.ts";
import { cancelQueued, requeueFailed } from "./ledger/control.ts";
import { findTallied } from "./ledger/read-tallied.ts";
import type { ChangeSetRecord } from "./ledger/records.ts";

/** Sends nothing further. Pressed twice it does no more; throws `change_set.wrong_state` once all is over. */
export async function cancel(database: Database, options: { record: ChangeSetRecord; now: number }): Promise<void> {
  const { record, now } = options;
  if (await cancelQueued(database, { changeSetId: record.id, at: now })) return;
  const found = await findTallied(database, record.id);
  if (found === null || found.tally.counts.cancelled === 0)
    throw wrongState("It has already finished; what was applied can be undone");
}

/** Queues failed changes again. Pressed twice it does no more; throws `change_set.wrong_state` with nothing to retry. */
export async function retry(
  database: Database,
  options: { record: ChangeSetRecord; includeUnknown: boolean },
): Promise<void> {
  const { record, includeUnknown } = options;
  if (record.state === "cancelling") throw wrongState("It is being cancelled");
  const queued = await requeueFailed(database, { changeSetId: record.id, includeUnknown });
  if (queued === 0 && record.state === "finished") throw wrongState("None of its changes can be sent again");
}

export function wrongState(message: string): AppError {
  return new AppError("change_set.wrong_state", message);
}
