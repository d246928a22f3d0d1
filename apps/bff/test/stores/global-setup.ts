import { type PostgresServer, startPostgres } from "@gantry/tooling/tasks/postgres.mjs";
import { openPostgres } from "../../src/database/postgres/open.ts";
import { administer, settingsOf, TEMPLATE } from "./test-database.ts";

let server: PostgresServer | null = null;

/** One PostgreSQL for the whole run, with a database that has our schema. The workers inherit its port. */
export async function setup(): Promise<void> {
  server = await startPostgres();
  process.env["GANTRY_TEST_POSTGRES_PORT"] = String(server.port);
  await administer(`create database ${TEMPLATE}`);
  const store = await openPostgres(settingsOf(TEMPLATE), { now: () => 0, processId: "template" });
  await store.close();
}

export async function teardown(): Promise<void> {
  await server?.remove();
}
