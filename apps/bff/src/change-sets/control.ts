import { AppError } from "../app-error.ts";
import type { Database } from "../database/schema.ts";
import { cancelQueued, pauseSending, requeueFailed, resumeSending, type Order } from "./ledger/control.ts";
import { findTallied } from "./ledger/read-tallied.ts";
import { keptUntil } from "./retention/kept.ts";

/** Sends nothing further. Pressed twice it does no more; throws `change_set.wrong_state` once all is over. */
export async function cancel(database: Database, order: Order): Promise<void> {
  if ((await cancelQueued(database, order)) !== "finished") return;
  const found = await findTallied(database, order.record.id);
  if (found === null || found.tally.counts.cancelled === 0)
    throw wrongState("It has already finished; what was applied can be undone");
}

/** Sends nothing further for now. Pressed twice it does no more; throws `change_set.wrong_state` when it is ending. */
export async function pause(database: Database, order: Order): Promise<void> {
  const state = await pauseSending(database, order);
  if (state === "cancelling") throw wrongState("It is being cancelled");
  if (state === "finished") throw wrongState("It has already finished");
}

/** Goes on. Pressed twice it does no more, also when all was done in between; throws `change_set.wrong_state` when it was cancelled. */
export async function resume(database: Database, order: Order): Promise<void> {
  const state = await resumeSending(database, order);
  if (state === "cancelling") throw wrongState("It is being cancelled");
}

/** Queues failed changes again. Pressed twice it does no more; throws `change_set.wrong_state` with nothing to retry. */
export async function retry(database: Database, options: { order: Order; includeUnknown: boolean }): Promise<void> {
  const { record, at } = options.order;
  if (at >= keptUntil(record, at)) throw wrongState("It is older than 90 days; its outcomes are not kept any longer");
  const { queued, state, isUndone } = await requeueFailed(database, options);
  if (isUndone) throw wrongState("It has been undone; make the change anew");
  if (state === "cancelling") throw wrongState("It is being cancelled");
  if (queued === 0 && state === "finished") throw wrongState("None of its changes can be sent again");
}

export function wrongState(message: string): AppError {
  return new AppError("change_set.wrong_state", message);
}
