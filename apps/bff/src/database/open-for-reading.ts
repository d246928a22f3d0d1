import Libsql from "libsql";
import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import { createGuardedPool } from "./postgres/pool.ts";
import type { PostgresSettings } from "./postgres/settings.ts";
import type { Database, DatabaseSchema } from "./schema.ts";
import { createSqliteDriver } from "./sqlite-driver.ts";

/**
 * An embedded database file as it is: nothing is written, its schema may be any version's. Queries fail with
 * `SQLITE_BUSY` while a server holds the file.
 */
export function openFileForReading(file: string): Database {
  const libsql = new Libsql(file, { readonly: true });
  const database = { ...createSqliteDriver(libsql), close: () => void libsql.close() };
  return new Kysely<DatabaseSchema>({ dialect: new SqliteDialect({ database }) });
}

/** A PostgreSQL as it is, beside the servers that run on it. */
export function openPostgresForReading(settings: PostgresSettings): Database {
  const pool = createGuardedPool(settings, { connections: 1, name: "gantry reading" });
  return new Kysely<DatabaseSchema>({ dialect: new PostgresDialect({ pool }) });
}
