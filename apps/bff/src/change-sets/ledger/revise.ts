import type { DatabaseTransaction } from "../../database/schema.ts";

/**
 * Begins every transaction that changes a change set or its rows: takes the change set's lock, and makes its next
 * revision.
 */
export async function revise(transaction: DatabaseTransaction, changeSetId: string): Promise<void> {
  await transaction
    .updateTable("change_sets")
    .set((set) => ({ revision: set("revision", "+", 1) }))
    .where("id", "=", changeSetId)
    .execute();
}
