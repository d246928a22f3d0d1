import type { DatabaseTransaction } from "./schema.ts";

/** Counters that are in use; each starts at 1. */
type CounterName = "change_sets.sequence";

/**
 * The next number of a counter. Nobody else gets it, and who asks next waits until this transaction has ended, so
 * numbers become visible in their order; a transaction that is rolled back gives its number back.
 */
export async function nextNumber(transaction: DatabaseTransaction, name: CounterName): Promise<number> {
  const { value } = await transaction
    .insertInto("counters")
    .values({ name, value: 1 })
    .onConflict((conflict) => conflict.column("name").doUpdateSet((set) => ({ value: set("counters.value", "+", 1) })))
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}
