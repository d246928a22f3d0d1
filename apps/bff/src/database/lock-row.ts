import type { DatabaseTransaction } from "./schema.ts";

/**
 * Waits until no other transaction holds this name, and holds it until this transaction ends, on every replica. Take
 * it before what is to be checked is read: PostgreSQL shows each statement what was committed before that statement.
 * A row stays behind for each name, so names must come from things that are few (projects, plans).
 */
export async function holdLock(transaction: DatabaseTransaction, name: string): Promise<void> {
  await transaction
    .insertInto("locks")
    .values({ name, taken: 1 })
    .onConflict((conflict) => conflict.column("name").doUpdateSet((set) => ({ taken: set("locks.taken", "+", 1) })))
    .execute();
}
