import type { Migration } from "./migrations.ts";

export const createSessionTables: Migration = {
  name: "0001-sessions",
  up: async (database) => {
    await database.schema
      .createTable("sessions")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("secret_hash", "text", (column) => column.notNull().unique())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("user_numeric_id", "text")
      .addColumn("user_name", "text", (column) => column.notNull())
      .addColumn("display_name", "text", (column) => column.notNull())
      .addColumn("account", "text", (column) => column.notNull())
      .addColumn("domain_id", "text", (column) => column.notNull())
      .addColumn("sealed_token", "text")
      .addColumn("key_id", "text")
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("expires_at", "bigint", (column) => column.notNull())
      .execute();
    await database.schema.createIndex("sessions_user").on("sessions").columns(["user_id", "domain_id"]).execute();
    await database.schema
      .createTable("sign_in_attempts")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("scope", "text", (column) => column.notNull())
      .addColumn("subject_hash", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex("sign_in_attempts_subject")
      .on("sign_in_attempts")
      .columns(["scope", "subject_hash", "at"])
      .execute();
    await database.schema
      .createTable("settings")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("value", "text", (column) => column.notNull())
      .execute();
  },
};
