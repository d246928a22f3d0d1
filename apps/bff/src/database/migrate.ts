import type { Kysely } from "kysely";
import type { Migration } from "./migrations.ts";

type MigrationTables = { schema_migrations: { name: string; applied_at: number } };

/**
 * Brings the schema up to date, a transaction a step.
 * Throws when the database holds a step that this version does not know: it was written by a newer one.
 */
export async function migrate(
  database: Kysely<MigrationTables>,
  options: { migrations: readonly Migration[]; now: number },
): Promise<void> {
  await database.schema
    .createTable("schema_migrations")
    .ifNotExists()
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("applied_at", "bigint", (column) => column.notNull())
    .execute();
  const rows = await database.selectFrom("schema_migrations").select("name").execute();
  const applied = new Set(rows.map((row) => row.name));
  const known = new Set(options.migrations.map((migration) => migration.name));
  const foreign = [...applied].find((name) => !known.has(name));
  if (foreign !== undefined) {
    throw new Error(`The database was written by a newer Gantry (it holds step ${foreign}); start that version.`);
  }
  for (const migration of options.migrations) {
    if (applied.has(migration.name)) continue;
    await database.transaction().execute(async (transaction) => {
      await migration.up(withoutSchema(transaction));
      await transaction
        .insertInto("schema_migrations")
        .values({ name: migration.name, applied_at: options.now })
        .execute();
    });
  }
}

/** A step sees no table types: it is written against the schema of its own time. */
function withoutSchema(database: Kysely<MigrationTables>): Kysely<unknown> {
  return database as unknown as Kysely<unknown>;
}
