import type { Migration } from "../../database/migrations.ts";

export const createShareTables: Migration = {
  name: "0014-shares",
  up: async (database) => {
    await database.schema
      .createTable("shares")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("user_name", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("hides_json", "text", (column) => column.notNull())
      .addColumn("salt", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("expires_at", "bigint", (column) => column.notNull())
      .addColumn("revoked_at", "bigint")
      .addColumn("opened", "integer", (column) => column.notNull())
      .addColumn("opened_at", "bigint")
      .addColumn("noted_at", "bigint")
      .execute();
    await database.schema
      .createIndex("shares_of_person")
      .on("shares")
      .columns(["domain_id", "user_id", "created_at"])
      .execute();
    await database.schema
      .createTable("share_plans")
      .addColumn("share_id", "text", (column) => column.notNull().references("shares.id"))
      .addColumn("position", "integer", (column) => column.notNull())
      .addColumn("project_id", "text", (column) => column.notNull())
      .addColumn("plan_id", "text", (column) => column.notNull())
      .addColumn("project_name", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("share_plans_key", ["share_id", "position"])
      .execute();
  },
};
