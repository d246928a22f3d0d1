import type { Migration } from "../../database/migrations.ts";

/** Who works a change set off, and until when; and what a successor must know of the rows that were being sent. */
export const addLeases: Migration = {
  name: "0005-leases",
  up: async (database) => {
    const sets = (name: string, type: "text" | "bigint") =>
      database.schema.alterTable("change_sets").addColumn(name, type);
    await sets("lease_holder", "text").execute();
    await sets("lease_until", "bigint").execute();
    await database.schema
      .alterTable("change_sets")
      .addColumn("fence", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
    await database.schema.alterTable("change_rows").addColumn("sent_at", "bigint").execute();
    for (const name of ["crashes", "crashed_attempt", "recoveries"]) {
      await database.schema
        .alterTable("change_rows")
        .addColumn(name, "integer", (column) => column.notNull().defaultTo(0))
        .execute();
    }
  },
};
