import type { Migration } from "../../database/migrations.ts";

export const createBaselineTables: Migration = {
  name: "0004-baselines",
  up: async (database) => {
    await database.schema
      .createTable("baselines")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("project_id", "text", (column) => column.notNull())
      .addColumn("plan_id", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("created_by", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("items", "integer", (column) => column.notNull())
      .addColumn("sequence", "integer", (column) => column.notNull())
      .addUniqueConstraint("baselines_newest", ["domain_id", "project_id", "plan_id", "sequence"])
      .execute();
    await database.schema
      .createTable("baseline_dates")
      .addColumn("baseline_id", "text", (column) => column.notNull().references("baselines.id"))
      .addColumn("item_id", "text", (column) => column.notNull())
      .addColumn("start_day", "text")
      .addColumn("end_day", "text")
      .addPrimaryKeyConstraint("baseline_dates_key", ["baseline_id", "item_id"])
      .execute();
  },
};
