import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { openDatabase, openMemoryDatabase } from "../../src/database/open-sqlite.ts";
import { openPostgres } from "../../src/database/postgres/open.ts";
import type { PostgresSettings } from "../../src/database/postgres/settings.ts";
import type { Store } from "../../src/database/store.ts";

/** The store that this run of the tests is about. */
export const TESTED_STORE: Store["kind"] = process.env["GANTRY_STORE"] === "postgres" ? "postgres" : "sqlite";

/** A database of its own that can be opened again after it was closed; a PostgreSQL also several times at once. */
export type TestDatabase = {
  open: (options?: { now?: () => number }) => Promise<Store>;
  remove: () => Promise<void>;
};

export async function createTestDatabase(): Promise<TestDatabase> {
  return TESTED_STORE === "postgres" ? await createPostgresDatabase() : createDataFolder();
}

/** An empty store for one test. On PostgreSQL an emptied one serves the next test of the file. */
export async function openTestStore({ now }: { now: () => number }): Promise<Store> {
  if (TESTED_STORE === "sqlite") return await openMemoryDatabase({ now });
  const store = idle.pop() ?? (await (await createPostgresDatabase()).open());
  return {
    ...store,
    close: async () => {
      await empty(store);
      idle.push(store);
    },
  };
}

const idle: Store[] = [];

async function empty({ database }: Store): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations'
  `.execute(database);
  const tables = sql.join(rows.map(({ name }) => sql.table(name)));
  await database.transaction().execute(async (transaction) => {
    await sql`truncate ${tables}`.execute(transaction);
    await sql`insert into service_token (id) values (1)`.execute(transaction);
    await sql`insert into audit_head (id, number, hash) values (1, 0, ${"0".repeat(64)})`.execute(transaction);
  });
}

function createDataFolder(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), "gantry-data-"));
  return {
    open: ({ now = Date.now } = {}) => openDatabase(folder, { now, pid: process.pid }),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function createPostgresDatabase(): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await administer(`create database ${name} template ${TEMPLATE}`);
  return {
    open: ({ now = Date.now } = {}) => openPostgres(settingsOf(name), { now, processId: randomUUID() }),
    remove: () => administer(`drop database ${name} with (force)`),
  };
}

/** The database whose schema is up to date, from which those of the tests are copied. */
export const TEMPLATE = "gantry_template";

/** The server that the run's set-up started; see `global-setup.ts`. */
export function settingsOf(database: string): PostgresSettings {
  const port = Number(process.env["GANTRY_TEST_POSTGRES_PORT"]);
  return { host: "127.0.0.1", port, user: "gantry", database, ssl: false };
}

/** One statement to the server itself. */
export async function administer(statement: string): Promise<void> {
  const client = new pg.Client(settingsOf("postgres"));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
