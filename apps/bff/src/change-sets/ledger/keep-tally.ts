import type { DatabaseTransaction } from "../../database/schema.ts";
import { readTallied } from "./read-tallied.ts";

/** Stores a finished change set's counts beside it: a list of large ones is not counted anew at each look. */
export async function keepTally(transaction: DatabaseTransaction, changeSetId: string): Promise<void> {
  const [found] = await readTallied(transaction, [changeSetId]);
  if (found === undefined) return;
  await transaction
    .updateTable("change_sets")
    .set({ tally_json: JSON.stringify(found.tally) })
    .where("id", "=", changeSetId)
    .execute();
}
