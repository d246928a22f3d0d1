import type { AuditLine } from "@gantry/api-contract";
import type { LedgerEntry, Simulator } from "@gantry/codearts-simulator";
import { exportAudit } from "../../src/audit/export.ts";
import { readAuditHead } from "../../src/audit/read.ts";
import { verifyAudit } from "../../src/audit/verify.ts";
import type { Database } from "../../src/database/schema.ts";

type Sent = { projectId: string | null; operation: unknown; itemIds: ReadonlySet<string> };

/** The audit log's words for the writes that the simulator keeps in its ledger. */
const OPERATIONS: Readonly<Record<string, string>> = {
  linkIssues: "link",
  batchEditIssues: "scrum-assign",
  updateIssue: "scrum-update",
  batchUpdateIpdIssues: "ipd-update",
};

/**
 * Checks that the exported audit log is intact, and that every write of ours which CodeArts applied was written into
 * it before it was sent: each ledger entry needs a row of its own, with all its items (reliability goal K1).
 * @returns every breach in words; empty = all is well
 */
export async function findUnaudited(simulator: Simulator, lines: readonly AuditLine[]): Promise<string[]> {
  const { problems } = await verifyAudit(lines);
  const sentOf = new Map<string, Sent[]>();
  for (const sent of lines.flatMap(toSent))
    for (const itemId of sent.itemIds) sentOf.set(itemId, [...(sentOf.get(itemId) ?? []), sent]);
  const used = new Set<Sent>();
  const isRowOf = ({ projectId, operation, itemIds }: LedgerEntry, row: Sent) =>
    row.projectId === projectId &&
    row.operation === OPERATIONS[operation] &&
    itemIds.every((itemId) => row.itemIds.has(itemId));
  const written = simulator.ledger.all().filter(({ operation }) => operation in OPERATIONS);
  // Those that fit the fewest rows first: a call of which only some items were applied fits others' rows too.
  for (const entry of written.toSorted((left, right) => right.itemIds.length - left.itemIds.length)) {
    const row = sentOf.get(entry.itemIds[0] ?? "")?.find((sent) => !used.has(sent) && isRowOf(entry, sent));
    if (row === undefined) problems.push(`K1: ${entry.operation} of ${entry.itemIds.join(", ")} is not audited`);
    else used.add(row);
  }
  return problems;
}

function toSent(line: AuditLine): Sent[] {
  if (!("kind" in line) || line.kind !== "change_set.write_sent") return [];
  const { operation, itemIds } = line.detail;
  return [{ projectId: line.projectId, operation, itemIds: new Set(Array.isArray(itemIds) ? itemIds : []) }];
}

/** The whole audit log of a store, as the operator exports it. */
export async function auditLinesOf(database: Database): Promise<AuditLine[]> {
  const lines: AuditLine[] = [];
  for await (const line of exportAudit(database, { head: await readAuditHead(database), reader: null }))
    lines.push(line);
  return lines;
}
