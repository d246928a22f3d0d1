import { AppError } from "../app-error.ts";

/** The database server does not answer; what was under way may or may not have been done. */
export class StoreAwayError extends Error {
  constructor() {
    super("The database does not answer");
    this.name = "StoreAwayError";
  }
}

/** SQLSTATE: disk_full. */
const FULL = new Set(["53100", "SQLITE_FULL", "ENOSPC"]);
/**
 * SQLSTATE classes: connection (08), resources (53), lock not available (55P03), ended by the operator (57), system (58), deadlock
 * and serialisation (40), read-only (25006), ended in mid-transaction (25P03), refused at the door (28, 3D).
 */
const AWAY_STATE = /^(?:08...|53...|57...|58...|40...|28...|3D...|55P03|25006|25P03)$/;
const AWAY_SYSCALL = /^(?:connect|read|write|getaddrinfo)$/;
const AWAY_SQLITE = /^SQLITE_(?:BUSY|LOCKED|IOERR|CANTOPEN|READONLY|PROTOCOL)/;
/** The driver's own errors of lost connections carry no code. */
const AWAY_MESSAGE =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/** Whether an error is the database's being away or full; null = something else, perhaps a defect of ours. */
export function storageFailureOf(error: unknown): "unavailable" | "full" | null {
  if (error instanceof StoreAwayError) return "unavailable";
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (FULL.has(code)) return "full";
  // Several addresses of one name were tried.
  if (error instanceof AggregateError) return storageFailureOf(error.errors[0]);
  const syscall = "syscall" in error ? String(error.syscall) : "";
  const isAway =
    AWAY_STATE.test(code) || AWAY_SYSCALL.test(syscall) || AWAY_SQLITE.test(code) || AWAY_MESSAGE.test(error.message);
  return isAway ? "unavailable" : null;
}

/** The answer to a caller whose request met such a failure, or null. */
export function translateStorageError(error: unknown): AppError | null {
  switch (storageFailureOf(error)) {
    case "full":
      return new AppError("storage.full", "Gantry's database has no room left; nothing was sent to CodeArts", {
        cause: error,
      });
    case "unavailable":
      return new AppError("storage.unavailable", "Gantry's database cannot be reached; try again in a moment", {
        cause: error,
      });
    default:
      return null;
  }
}
