import type { Migration } from "../../database/migrations.ts";

/** Numbers everything that the ledger learns of a change set, so that of two readings the newer can be told. */
export const addRevision: Migration = {
  name: "0010-revision",
  up: async (database) => {
    await database.schema
      .alterTable("change_sets")
      .addColumn("revision", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
