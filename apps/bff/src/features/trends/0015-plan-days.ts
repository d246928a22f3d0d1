import type { Migration } from "../../database/migrations.ts";

export const createPlanDays: Migration = {
  name: "0015-plan-days",
  up: async (database) => {
    await database.schema
      .createTable("plan_days")
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("project_id", "text", (column) => column.notNull())
      .addColumn("plan_id", "text", (column) => column.notNull())
      .addColumn("day", "text", (column) => column.notNull())
      .addColumn("items", "integer", (column) => column.notNull())
      .addColumn("done", "integer", (column) => column.notNull())
      .addColumn("progress", "double precision", (column) => column.notNull())
      .addColumn("planned_end", "text")
      .addColumn("noted_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("plan_days_key", ["domain_id", "project_id", "plan_id", "day"])
      .execute();
  },
};
