import { sql } from "kysely";
import type { Migration } from "../database/migrations.ts";

export const createServiceTokenTable: Migration = {
  name: "0009-service-token",
  up: async (database) => {
    await database.schema
      .createTable("service_token")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("sealed_token", "text")
      .addColumn("key_id", "text")
      .addColumn("expires_at", "bigint")
      .addColumn("renewing_by", "text")
      .addColumn("renewing_until", "bigint")
      .execute();
    await sql`insert into service_token (id) values (1)`.execute(database);
  },
};
