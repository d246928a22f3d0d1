import type Libsql from "libsql";
import type { SqliteDatabase, SqliteStatement } from "kysely";

type Binding = string | number | bigint | Uint8Array | null;

/**
 * The embedded engine behind Kysely's SqliteDialect. libsql aborts the whole process when it is given a boolean, and
 * stores whole numbers as floats in text columns ("5.0"), so every parameter is put into a form that it takes.
 */
export function createSqliteDriver(libsql: Libsql.Database): SqliteDatabase {
  return {
    close: () => {
      // Statements that the garbage collector has not met yet keep the connection beyond `close`. Leaving WAL gives
      // the lock back all the same, and folds the log into the database file.
      libsql.pragma("journal_mode = DELETE");
      libsql.pragma("locking_mode = NORMAL");
      libsql.exec("SELECT 1 FROM sqlite_master");
      libsql.close();
    },
    prepare: (sql): SqliteStatement => {
      const statement = libsql.prepare(sql);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters.map(toBinding)),
        run: (parameters) => {
          const { changes, lastInsertRowid } = statement.run(parameters.map(toBinding));
          return { changes, lastInsertRowid };
        },
        iterate: (parameters) => statement.iterate(parameters.map(toBinding)),
      };
    },
  };
}

function toBinding(value: unknown): Binding {
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("A number that is not finite cannot be stored");
    return Number.isSafeInteger(value) ? BigInt(value) : value;
  }
  if (value === null || value === undefined) return null;
  // libsql ends a text at its first NUL, and PostgreSQL takes none.
  if (typeof value === "string") return value.replaceAll("\0", "\uFFFD");
  if (typeof value === "bigint" || value instanceof Uint8Array) return value;
  throw new TypeError(`A ${typeof value} cannot be stored; give text or a number`);
}
