import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import { Kysely, sql, SqliteDialect } from "kysely";
import { breathe } from "../breathe.ts";
import { createLocalChannel } from "./local-channel.ts";
import { createSqliteDriver } from "./sqlite-driver.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations.ts";
import type { DatabaseSchema } from "./schema.ts";
import type { Store, Tell } from "./store.ts";

const DATABASE_FILE = "gantry.db";
const OWNER_FILE = "gantry.pid";
/** Below the engine's limit of parameters in a statement. */
const ROWS_PER_INSERT = 500;
/** What the write-ahead log is cut back to after a large transaction. */
const WAL_BYTES = 64 * 1024 * 1024;

/** The data folder belongs to a running process. */
export class DatabaseInUseError extends Error {
  constructor(dataDir: string, ownerPid: string | null) {
    const owner = ownerPid === null ? "another process" : `process ${ownerPid}`;
    super(`The data folder ${dataDir} is in use by ${owner}. Stop that process, or set DATA_DIR to another folder.`);
    this.name = "DatabaseInUseError";
  }
}

/**
 * Opens the embedded database of a data folder (made when missing) and brings its schema up to date.
 * The lock is SQLite's own exclusive file lock, which the system drops when its process dies, whatever its pid; the
 * pid file only says whom to name. One process at a time: throws `DatabaseInUseError` otherwise.
 */
export async function openDatabase(dataDir: string, options: { now: () => number; pid: number }): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const libsql = new Libsql(join(dataDir, DATABASE_FILE));
  try {
    libsql.pragma("locking_mode = EXCLUSIVE");
    libsql.pragma("journal_mode = WAL");
    libsql.pragma("synchronous = FULL");
    libsql.pragma(`journal_size_limit = ${WAL_BYTES}`);
    libsql.pragma("foreign_keys = ON");
    libsql.exec("BEGIN EXCLUSIVE");
    libsql.exec("COMMIT");
  } catch (error) {
    libsql.close();
    if (isBusy(error)) throw new DatabaseInUseError(dataDir, readOwner(dataDir));
    throw error;
  }
  writeFileSync(join(dataDir, OWNER_FILE), `${options.pid}\n`, { mode: 0o600 });
  return prepare(libsql, options.now);
}

/** A database that lives as long as the process, for tests. */
export async function openMemoryDatabase(options: { now: () => number }): Promise<Store> {
  return prepare(new Libsql(":memory:"), options.now);
}

async function prepare(libsql: Libsql.Database, now: () => number): Promise<Store> {
  const dialect = new SqliteDialect({ database: createSqliteDriver(libsql) });
  await migrate(new Kysely({ dialect }), { migrations, now: now() });
  const database = new Kysely<DatabaseSchema>({ dialect });
  const channel = createLocalChannel();
  return {
    kind: "sqlite",
    database,
    transaction: async (work) => {
      const news: Parameters<Tell>[] = [];
      const result = await database
        .transaction()
        .execute((transaction) => work(transaction, (...told) => void news.push(told)));
      for (const told of news) channel.publish(...told);
      return result;
    },
    insertRows: async (transaction, { table, rows }) => {
      for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
        await transaction
          .insertInto(table)
          .values(rows.slice(start, start + ROWS_PER_INSERT))
          .execute();
        await breathe();
      }
    },
    // One process: its clock is the only one.
    now: () => sql.val(now()),
    instant: now,
    channel,
    close: () => database.destroy(),
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}

function readOwner(dataDir: string): string | null {
  try {
    const text = readFileSync(join(dataDir, OWNER_FILE), "utf8").trim();
    return /^\d+$/.test(text) ? text : null;
  } catch {
    return null;
  }
}
