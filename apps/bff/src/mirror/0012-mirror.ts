import type { Migration } from "../database/migrations.ts";

export const createMirrorTables: Migration = {
  name: "0012-mirror",
  up: async (database) => {
    await database.schema
      .createTable("mirror_projects")
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("project_id", "text", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("cursor_at", "bigint")
      .addColumn("cursor_seen_at", "bigint", (column) => column.notNull())
      .addColumn("is_settled", "integer", (column) => column.notNull())
      .addColumn("fed_at", "bigint")
      .addColumn("touches", "bigint", (column) => column.notNull())
      .addColumn("seen_touches", "bigint", (column) => column.notNull())
      .addColumn("touched_at", "bigint", (column) => column.notNull())
      .addColumn("refused_at", "bigint")
      .addColumn("all_read_at", "bigint")
      .addColumn("seen_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("mirror_projects_key", ["domain_id", "project_id"])
      .execute();
    await database.schema
      .createTable("mirror_plans")
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("project_id", "text", (column) => column.notNull())
      .addColumn("plan_id", "text", (column) => column.notNull())
      .addColumn("plan_json", "text")
      .addColumn("item_ids_json", "text", (column) => column.notNull())
      .addColumn("read_at", "bigint", (column) => column.notNull())
      .addColumn("dirties", "bigint", (column) => column.notNull())
      .addColumn("seen_dirties", "bigint", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("mirror_plans_key", ["domain_id", "project_id", "plan_id"])
      .execute();
    await database.schema
      .createTable("mirror_items")
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("project_id", "text", (column) => column.notNull())
      .addColumn("item_id", "text", (column) => column.notNull())
      .addColumn("changed_s", "bigint", (column) => column.notNull())
      .addColumn("body_json", "text")
      .addColumn("version", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("mirror_items_key", ["domain_id", "project_id", "item_id"])
      .execute();
    await database.schema
      .createIndex("mirror_items_by_version")
      .on("mirror_items")
      .columns(["domain_id", "project_id", "version", "item_id"])
      .execute();
    await database.schema
      .createTable("mirror_sights")
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("project_id", "text", (column) => column.notNull())
      .addColumn("plans_json", "text", (column) => column.notNull())
      .addColumn("listed_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("mirror_sights_key", ["user_id", "domain_id", "project_id"])
      .execute();
  },
};
