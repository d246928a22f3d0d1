import type { AuditRow, ChangeResult } from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";
import { OPERATIONS } from "./jobs.ts";

const OURS: ReadonlySet<string> = new Set(Object.values(OPERATIONS));

/**
 * What CodeArts was made to do is in the audit log before (K1), and no outcome was written over another (INV6): of a
 * change set that was never retried, as many changes were settled as it has.
 * @returns every breach in words
 */
export function findUnaudited(
  simulator: Simulator,
  { rows, results }: { rows: readonly AuditRow[]; results: readonly ChangeResult[] },
): string[] {
  const sent = new Set(rows.filter(({ kind }) => kind === "change_set.write_sent").flatMap(itemIdsOf));
  const written = simulator.ledger.all().filter(({ operation }) => OURS.has(operation));
  const missing = new Set(written.flatMap(({ itemIds }) => itemIds).filter((itemId) => !sent.has(itemId)));
  const settled = rows.filter(({ kind }) => kind === "change_set.settled" || kind === "change_set.cancelled");
  const changes = settled.reduce((sum, { detail }) => sum + Number(detail["changes"]), 0);
  return [
    ...[...missing].map((itemId) => `K1: ${itemId} was written and is not in the audit log`),
    ...(changes === results.length ? [] : [`INV6: ${changes} outcomes were settled for ${results.length} changes`]),
  ];
}

function itemIdsOf({ detail }: AuditRow): string[] {
  const ids = detail["itemIds"];
  return Array.isArray(ids) ? ids : [];
}
