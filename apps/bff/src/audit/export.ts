import type { AuditHead, AuditLine } from "@gantry/api-contract";
import type { Database } from "../database/schema.ts";
import { type AuditReader, maySee, walkAuditRows } from "./read.ts";
import { toRedactedLine, toWholeLine } from "./to-row.ts";

/**
 * The chain up to a head, oldest first, and the head as the last line. Of rows that the reader may not see the hashes
 * alone; `reader` null = the operator, who sees all.
 */
export async function* exportAudit(
  database: Database,
  { head, reader }: { head: AuditHead; reader: AuditReader | null },
): AsyncGenerator<AuditLine> {
  for await (const row of walkAuditRows(database, head)) {
    yield reader === null || maySee(row, reader) ? toWholeLine(row) : toRedactedLine(row);
  }
  yield { head };
}
