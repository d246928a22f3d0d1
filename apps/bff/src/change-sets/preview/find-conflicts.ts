import { isSameFieldValue } from "@gantry/api-contract";
import type { OpenWrite } from "../ledger/read-open-writes.ts";
import type { Proposed } from "./proposed.ts";
import { toSkipOfChange } from "./to-change.ts";

/**
 * Leaves out what a change set that still runs will have changed by the time it would be written: it would end as a
 * conflict. Pure.
 * @param writes by `item/field`
 */
export function findConflicts({ changes, skipped }: Proposed, writes: ReadonlyMap<string, OpenWrite>): Proposed {
  const write = (change: { itemId: string; field: string }) => writes.get(`${change.itemId}/${change.field}`);
  const conflicts = changes.filter((change) => {
    const open = write(change);
    return open !== undefined && !isSameFieldValue(open.to, change.from) && !isSameFieldValue(open.to, change.to);
  });
  if (conflicts.length === 0) return { changes, skipped };
  const left = new Set(conflicts);
  return {
    changes: changes.filter((change) => !left.has(change)),
    skipped: [
      ...skipped,
      ...conflicts.map((change) => ({
        ...toSkipOfChange(change, "conflict"),
        foundLabel: write(change)?.toLabel ?? textOf(write(change)?.to ?? null),
      })),
    ],
  };
}

function textOf(value: OpenWrite["to"]): string | null {
  if (value === null) return null;
  return Array.isArray(value) ? value.join(", ") : String(value);
}
