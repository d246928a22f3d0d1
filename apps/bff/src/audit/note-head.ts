import type { Clock } from "../clock.ts";
import type { Database } from "../database/schema.ts";
import type { Log } from "../log.ts";
import { readAuditHead } from "./read.ts";

const NOTE_EVERY_MS = 60 * 60_000;

/**
 * Writes the end of the audit chain to the server's log, at the start, every hour in which it moved, and at the end:
 * logs are kept elsewhere, and so prove what was in the database.
 */
export function createHeadNotes({ database, clock, log }: { database: Database; clock: Clock; log: Log }): {
  start: () => Promise<void>;
  stop: () => Promise<void>;
} {
  const stopping = new AbortController();
  let loop: Promise<void> = Promise.resolve();
  let notedNumber = -1;
  const note = async () => {
    try {
      const { number, hash } = await readAuditHead(database);
      if (number !== notedNumber) log.info({ number, hash }, "audit head");
      notedNumber = number;
    } catch {
      log.warn({}, "the audit head could not be read");
    }
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      await clock.wait(NOTE_EVERY_MS, stopping.signal, { isRound: true }).catch(() => undefined);
      await note();
    }
  };
  return {
    start: async () => {
      await note();
      loop = run();
    },
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}
