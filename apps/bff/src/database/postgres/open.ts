import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { migrate } from "../migrate.ts";
import { migrations } from "../migrations.ts";
import type { Database, DatabaseSchema, DatabaseTransaction } from "../schema.ts";
import type { Store, Tell } from "../store.ts";
import { NAME, openPostgresChannel } from "./channel.ts";
import { EPOCH_MS } from "./listener.ts";
import { createGuardedPool } from "./pool.ts";
import type { PostgresSettings } from "./settings.ts";
import { asSqliteReads, toParameter } from "./types.ts";

const CONNECTIONS = 10;
const CONNECT_LIMIT_MS = 5_000;
/** Names the lock under which the schema is brought up to date; any number that nobody else uses. */
const MIGRATION_LOCK = 4_600_047;

/** PostgreSQL could not be opened. Says what its server or the network said, never the address or the password. */
export class PostgresUnusableError extends Error {
  constructor(cause: unknown) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "no answer";
    super(`DATABASE_URL: PostgreSQL cannot be used (${code}${meaningOf(code)})`, { cause });
    this.name = "PostgresUnusableError";
  }
}

/**
 * Opens a PostgreSQL database and brings its schema up to date; replicas that start together do so once.
 * Throws `PostgresUnusableError` when it cannot be reached, and as `migrate` does.
 * @param options.processId tells this process from the others on the same database
 */
export async function openPostgres(
  settings: PostgresSettings,
  options: { now: () => number; processId: string },
): Promise<Store> {
  await bringUpToDate(settings, options.now());
  const pool = createGuardedPool(settings, { connections: CONNECTIONS, name: `gantry ${options.processId}` });
  const database = new Kysely<DatabaseSchema>({ dialect: new PostgresDialect({ pool }) });
  const channel = await openPostgresChannel(settings, {
    processId: options.processId,
    notify: (name, payloads) => announce(database, { name, payloads }),
    onAway: pool.cut,
    onBack: ({ endSessions }) => pool.letIn(endSessions),
  }).catch(async (error: unknown) => {
    await database.destroy();
    throw new PostgresUnusableError(error);
  });
  return {
    kind: "postgres",
    database,
    transaction: async (work) => {
      const news: Parameters<Tell>[] = [];
      const result = await database.transaction().execute(async (transaction) => {
        const done = await work(transaction, (...told) => void news.push(told));
        const payloads = news.map((told) => channel.toPayload(...told));
        if (payloads.length > 0) await announce(transaction, { name: NAME, payloads });
        return done;
      });
      for (const told of news) channel.tellHere(...told);
      return result;
    },
    insertRows: async (transaction, { table, rows }) => {
      const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));
      const json = JSON.stringify(rows, (_name, value: unknown) => toParameter(value));
      // As one parameter: 200,000 of them take PostgreSQL and its driver twice as long.
      if (rows.length > 0) {
        await sql`
          insert into ${sql.table(table)} (${columns})
          select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json})
        `.execute(transaction);
      }
    },
    now: () => sql<number>`${sql.raw(EPOCH_MS)}`,
    instant: channel.instant,
    channel,
    close: async () => {
      channel.close();
      await database.destroy();
    },
  };
}

/** Within a transaction: once it is committed. */
async function announce(
  database: Database | DatabaseTransaction,
  { name, payloads }: { name: string; payloads: readonly string[] },
): Promise<void> {
  await sql`
    select pg_notify(${name}, payload) from json_array_elements_text(${JSON.stringify(payloads)}) as payload
  `.execute(database);
}

/** On a connection of its own: a step may take longer than any request is let. */
async function bringUpToDate(settings: PostgresSettings, now: number): Promise<void> {
  const pool = new pg.Pool({
    ...settings,
    max: 1,
    types: asSqliteReads,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    application_name: "gantry schema",
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const database = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  try {
    await pool.query("select 1").catch((error: unknown) => {
      throw new PostgresUnusableError(error);
    });
    await database.connection().execute(async (connection) => {
      // Held by the connection, so a process that dies in a step gives it back.
      await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection);
      try {
        await migrate(connection, { migrations, now });
      } finally {
        await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection);
      }
    });
  } finally {
    await database.destroy();
  }
}

function meaningOf(code: string): string {
  switch (code) {
    case "28P01":
    case "28000":
      return ": user or password refused";
    case "3D000":
      return ": no such database";
    case "ECONNREFUSED":
      return ": nothing listens there";
    case "ENOTFOUND":
      return ": no such host";
    default:
      return "";
  }
}
