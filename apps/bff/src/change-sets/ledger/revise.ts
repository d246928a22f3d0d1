import type { ChangeSetState } from "@gantry/api-contract";
import type { DatabaseTransaction } from "../../database/schema.ts";

/**
 * Begins every transaction that changes a change set or its rows: takes the change set's lock, and makes its next
 * revision.
 * @returns its state, which nobody else changes before the transaction ends
 */
export async function revise(transaction: DatabaseTransaction, changeSetId: string): Promise<ChangeSetState> {
  const { state } = await transaction
    .updateTable("change_sets")
    .set((set) => ({ revision: set("revision", "+", 1) }))
    .where("id", "=", changeSetId)
    .returning("state")
    .executeTakeFirstOrThrow();
  return state;
}
