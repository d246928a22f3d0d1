import type { Migration } from "../../database/migrations.ts";

export const createDependencyTables: Migration = {
  name: "0003-dependencies",
  up: async (database) => {
    await database.schema
      .createTable("dependencies")
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("project_id", "text", (column) => column.notNull())
      .addColumn("from_id", "text", (column) => column.notNull())
      .addColumn("to_id", "text", (column) => column.notNull())
      .addColumn("type", "text", (column) => column.notNull())
      .addColumn("lag_days", "integer", (column) => column.notNull())
      .addColumn("changed_by", "text", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("dependencies_key", ["domain_id", "project_id", "from_id", "to_id"])
      .execute();
  },
};
