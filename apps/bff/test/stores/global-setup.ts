import { startPostgres } from "@gantry/tooling/tasks/postgres.mjs";
import { openPostgres } from "../../src/database/postgres/open.ts";
import { administer, settingsOf, TEMPLATE } from "./test-database.ts";

/** One PostgreSQL for the whole run, with a database that has our schema. The workers inherit its port. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  process.env["GANTRY_TEST_POSTGRES_PORT"] = String(server.port);
  await administer(`create database ${TEMPLATE}`);
  const store = await openPostgres(settingsOf(TEMPLATE), { now: () => 0, processId: "template" });
  await store.close();
  return server.remove;
}
