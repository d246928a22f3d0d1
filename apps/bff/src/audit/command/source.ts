import { createReadStream, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { AuditLine } from "@gantry/api-contract";
import { openFileForReading, openPostgresForReading } from "../../database/open-for-reading.ts";
import { PostgresUnusableError } from "../../database/postgres/open.ts";
import type { PostgresSettings } from "../../database/postgres/settings.ts";
import type { Database } from "../../database/schema.ts";
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

/** The lines of an exported file, or of a data folder. Throws `AuditSourceError`. */
export function readPath(path: string): AsyncGenerator<unknown> {
  if (!existsSync(path)) throw new AuditSourceError(`${path}: there is no such file or folder`);
  return statSync(path).isDirectory() ? readFolder(path) : readFile(path);
}

/** The whole chain of a data folder that no server is running on; nothing is written. Throws `AuditSourceError`. */
export function readFolder(dataDir: string): AsyncGenerator<AuditLine> {
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) throw new AuditSourceError(`${dataDir}: there is no ${DATABASE_FILE} in it`);
  return readStore(openFileForReading(file), {
    toError: (error) => toFolderError(error, dataDir),
  });
}

/** The whole chain of a PostgreSQL, also while servers run on it; its schema is left as it is. */
export function readPostgres(settings: PostgresSettings): AsyncGenerator<AuditLine> {
  return readStore(openPostgresForReading(settings), {
    toError: (error) =>
      hasCode(error, "42P01")
        ? new AuditSourceError(NO_LOG)
        : new AuditSourceError(new PostgresUnusableError(error).message),
  });
}

async function* readStore(
  database: Database,
  { toError }: { toError: (error: unknown) => unknown },
): AsyncGenerator<AuditLine> {
  try {
    yield* exportAudit(database, { head: await readAuditHead(database), reader: null });
  } catch (error) {
    throw toError(error);
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

const NO_LOG = "It was written by a Gantry that kept no audit log";

function toFolderError(error: unknown, dataDir: string): unknown {
  if (hasCode(error, "SQLITE_BUSY"))
    return new AuditSourceError(
      `${dataDir}: a server is running on it. Stop it first, or verify a file that was exported from the audit page.`,
    );
  if (hasCode(error, "SQLITE_NOTADB")) return new AuditSourceError(`${dataDir}: its ${DATABASE_FILE} is no database`);
  const isOld = error instanceof Error && error.message.includes("no such table");
  return isOld ? new AuditSourceError(`${dataDir}: ${NO_LOG}`) : error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith(code);
}
