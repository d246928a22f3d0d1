import type { Migration } from "../../database/migrations.ts";

export const createChangeSetTables: Migration = {
  name: "0002-change-sets",
  up: async (database) => {
    await database.schema
      .createTable("change_sets")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("user_numeric_id", "text")
      .addColumn("user_display_name", "text", (column) => column.notNull())
      .addColumn("idempotency_key", "text", (column) => column.notNull())
      .addColumn("origin", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("project_id", "text", (column) => column.notNull())
      .addColumn("project_name", "text", (column) => column.notNull())
      .addColumn("project_kind", "text", (column) => column.notNull())
      .addColumn("plan_id", "text")
      .addColumn("plan_name", "text")
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("finished_at", "bigint")
      .addColumn("items", "integer", (column) => column.notNull())
      .addColumn("total", "integer", (column) => column.notNull())
      .addColumn("fields_json", "text", (column) => column.notNull())
      .addColumn("calls_planned", "integer", (column) => column.notNull())
      .addColumn("calls_sent", "integer", (column) => column.notNull())
      .addColumn("undo_of", "text")
      .addColumn("undone_by", "text")
      .addColumn("sequence", "bigint", (column) => column.notNull().unique())
      .addUniqueConstraint("change_sets_once", ["domain_id", "user_id", "idempotency_key"])
      .execute();
    await database.schema
      .createIndex("change_sets_newest")
      .on("change_sets")
      .columns(["domain_id", "sequence"])
      .execute();
    await database.schema.createIndex("change_sets_state").on("change_sets").column("state").execute();
    await database.schema
      .createTable("change_rows")
      .addColumn("change_set_id", "text", (column) => column.notNull().references("change_sets.id"))
      .addColumn("position", "integer", (column) => column.notNull())
      .addColumn("item_id", "text", (column) => column.notNull())
      .addColumn("item_number", "text", (column) => column.notNull())
      .addColumn("item_title", "text", (column) => column.notNull())
      .addColumn("item_type", "text", (column) => column.notNull())
      .addColumn("item_shape", "text", (column) => column.notNull())
      .addColumn("field", "text", (column) => column.notNull())
      .addColumn("from_json", "text", (column) => column.notNull())
      .addColumn("to_json", "text", (column) => column.notNull())
      .addColumn("from_label", "text")
      .addColumn("to_label", "text")
      .addColumn("wire_json", "text")
      .addColumn("outcome", "text", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("upstream_code", "text")
      .addColumn("upstream_message", "text")
      .addColumn("found_label", "text")
      .addColumn("at", "bigint")
      .addColumn("attempt", "integer", (column) => column.notNull())
      .addColumn("doubts", "integer", (column) => column.notNull())
      .addColumn("maybe_sent", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("change_rows_key", ["change_set_id", "position"])
      .execute();
    await database.schema
      .createIndex("change_rows_outcome")
      .on("change_rows")
      .columns(["change_set_id", "outcome"])
      .execute();
  },
};
