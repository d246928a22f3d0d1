import { type Kysely, sql } from "kysely";
import type { Migration } from "../database/migrations.ts";

export const createAuditTables: Migration = {
  name: "0007-audit",
  up: async (database) => {
    await createRows(database);
    await database.schema
      .createTable("audit_head")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("number", "bigint", (column) => column.notNull())
      .addColumn("hash", "text", (column) => column.notNull())
      .execute();
    await sql`insert into audit_head (id, number, hash) values (1, 0, ${"0".repeat(64)})`.execute(database);
  },
};

async function createRows(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("audit_rows")
    .addColumn("number", "bigint", (column) => column.primaryKey())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("domain_id", "text")
    .addColumn("user_id", "text")
    .addColumn("user_name", "text")
    .addColumn("project_id", "text")
    .addColumn("change_set_id", "text")
    .addColumn("request_id", "text")
    .addColumn("detail_json", "text", (column) => column.notNull())
    .addColumn("nonce", "text", (column) => column.notNull())
    .addColumn("content_hash", "text", (column) => column.notNull())
    .addColumn("previous_hash", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .execute();
  for (const name of ["user_id", "project_id", "change_set_id"]) {
    await database.schema.createIndex(`audit_rows_${name}`).on("audit_rows").columns([name, "number"]).execute();
  }
}
