import { sql } from "kysely";
import type { Migration } from "./migrations.ts";

export const createCountersAndLocks: Migration = {
  name: "0006-counters-and-locks",
  up: async (database) => {
    await database.schema
      .createTable("counters")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("value", "bigint", (column) => column.notNull())
      .execute();
    await database.schema
      .createTable("locks")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("taken", "bigint", (column) => column.notNull())
      .execute();
    // Change sets were numbered by the greatest number there was.
    await sql`
      insert into counters (name, value)
      select 'change_sets.sequence', coalesce(max(sequence), 0) from change_sets
    `.execute(database);
  },
};
