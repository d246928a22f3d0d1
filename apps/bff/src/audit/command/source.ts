import { createReadStream, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { AuditLine } from "@gantry/api-contract";
import Libsql from "libsql";
import { Kysely, SqliteDialect } from "kysely";
import type { Database, DatabaseSchema } from "../../database/schema.ts";
import { createSqliteDriver } from "../../database/sqlite-driver.ts";
import { exportAudit } from "../export.ts";
import { readAuditHead } from "../read.ts";

const DATABASE_FILE = "gantry.db";

/** The chain cannot be read; the words are for the operator. */
export class AuditSourceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "AuditSourceError";
  }
}

/** The lines of an exported file, or of a data folder. Nothing is written. Throws `AuditSourceError`. */
export async function* readChain(path: string): AsyncGenerator<unknown> {
  if (!existsSync(path)) throw new AuditSourceError(`${path}: there is no such file or folder`);
  yield* statSync(path).isDirectory() ? readFolder(path) : readFile(path);
}

/** The whole chain of a data folder that no server is running on. Throws `AuditSourceError`. */
export async function* readFolder(dataDir: string): AsyncGenerator<AuditLine> {
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) throw new AuditSourceError(`${dataDir}: there is no ${DATABASE_FILE} in it`);
  const libsql = new Libsql(file, { readonly: true });
  const driver = { ...createSqliteDriver(libsql), close: () => void libsql.close() };
  const database: Database = new Kysely<DatabaseSchema>({ dialect: new SqliteDialect({ database: driver }) });
  try {
    yield* exportAudit(database, { head: await readAuditHead(database), reader: null });
  } catch (error) {
    throw toSourceError(error, dataDir);
  } finally {
    await database.destroy();
  }
}

async function* readFile(path: string): AsyncGenerator<unknown> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    yield parseLine(line);
  }
}

/** What is no JSON is no row either, and the verdict says so. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function toSourceError(error: unknown, dataDir: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("SQLITE_BUSY"))
    return new AuditSourceError(
      `${dataDir}: a server is running on it. Stop it first, or verify an export (Audit log, Export) instead.`,
    );
  if (error instanceof Error && error.message.includes("no such table"))
    return new AuditSourceError(`${dataDir}: it was written by a Gantry that kept no audit log`);
  return error;
}
