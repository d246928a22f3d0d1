import type { Migration } from "../../database/migrations.ts";

export const createViewTables: Migration = {
  name: "0013-views",
  up: async (database) => {
    await database.schema
      .createTable("views")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("user_name", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("search", "text", (column) => column.notNull())
      .addColumn("is_shared", "integer", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("updated_at", "bigint", (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex("views_of_domain")
      .on("views")
      .columns(["domain_id", "kind", "user_id"])
      .execute();
    await database.schema
      .createTable("default_views")
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("view_id", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("default_views_key", ["domain_id", "user_id", "kind"])
      .execute();
  },
};
