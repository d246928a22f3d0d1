import type { AuditLine, ChangeResult } from "@gantry/api-contract";

/**
 * No outcome was written over another (INV6): of a change set that was never retried, the audit log has as many
 * outcomes as it has changes.
 * @returns every breach in words
 */
export function findOverwritten(
  lines: readonly AuditLine[],
  { id, results }: { id: string; results: readonly ChangeResult[] },
): string[] {
  const settled = lines.filter(
    (line) =>
      "kind" in line &&
      line.changeSetId === id &&
      (line.kind === "change_set.settled" || line.kind === "change_set.cancelled"),
  );
  const changes = settled.reduce((sum, line) => sum + ("kind" in line ? Number(line.detail["changes"]) : 0), 0);
  return changes === results.length ? [] : [`INV6: ${changes} outcomes were settled for ${results.length} changes`];
}
