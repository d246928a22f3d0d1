import type { Migration } from "../database/migrations.ts";

export const createUpstreamPaceTable: Migration = {
  name: "0008-upstream-pace",
  up: async (database) => {
    await database.schema
      .createTable("upstream_pace")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("reservations", "bigint", (column) => column.notNull())
      .addColumn("book_json", "text")
      .execute();
  },
};
