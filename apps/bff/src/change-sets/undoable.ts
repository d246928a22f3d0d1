import { wrongState } from "./control.ts";
import type { ChangeSetRecord } from "./ledger/records.ts";
import { keptUntil } from "./retention/kept.ts";

/** Throws `change_set.wrong_state`, in plain words, for a change set that cannot be undone (any more). */
export function ensureUndoable(record: ChangeSetRecord, now: number): void {
  if (record.undoneBy !== null) throw wrongState("It has been undone already; the undo can be undone");
  if (record.state !== "finished") throw wrongState("It has not finished yet; cancel it first");
  if (now >= keptUntil(record, now))
    throw wrongState("It is older than 90 days; what it replaced is not kept any longer");
}
