import { sql } from "kysely";
import type { DatabaseTransaction } from "../database/schema.ts";
import type { Store } from "../database/store.ts";
import { emptyTurnBook, type TurnBook } from "./turn-book.ts";

const NAME = "calls";

/**
 * Changes the book that all replicas send by, one after another. A book that the database lost when it fell over is
 * some milliseconds old at worst, and coming back takes it longer than the second that the book is about.
 * @param change gets the book and the database's time, epoch ms
 */
export async function changeSharedBook<T>(
  store: Store,
  change: (book: TurnBook, now: number) => { book: TurnBook; result: T },
): Promise<T> {
  return store.database.transaction().execute(async (transaction) => {
    if (store.kind === "postgres") await sql`set local synchronous_commit = off`.execute(transaction);
    const { book_json: json, now } = await takeBook(transaction, store);
    const { book, result } = change(json === null ? emptyTurnBook() : parseBook(json), Number(now));
    await transaction
      .updateTable("upstream_pace")
      .set({ book_json: JSON.stringify(book) })
      .where("name", "=", NAME)
      .execute();
    return result;
  });
}

/** Holds the row until the transaction ends. */
function takeBook(transaction: DatabaseTransaction, store: Store) {
  return transaction
    .insertInto("upstream_pace")
    .values({ name: NAME, reservations: 1, book_json: null })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((set) => ({ reservations: set("upstream_pace.reservations", "+", 1) })),
    )
    .returning(["book_json", sql<number>`${store.now()}`.as("now")])
    .executeTakeFirstOrThrow();
}

/** Only `changeSharedBook` writes it. */
function parseBook(json: string): TurnBook {
  return JSON.parse(json) as TurnBook;
}
