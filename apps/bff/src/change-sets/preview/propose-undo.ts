import {
  isSameFieldValue,
  LINK_FIELD,
  type Change,
  type Skip,
  type SkipReason,
  type WorkItem,
} from "@gantry/api-contract";
import { toWire } from "../compile/to-wire.ts";
import type { RowRecord } from "../ledger/records.ts";
import { toFoundField } from "../run/found.ts";
import type { ProjectFacts } from "./facts.ts";
import type { Proposed } from "./proposed.ts";
import { toChange, toSkip, toSkipOfChange } from "./to-change.ts";

/**
 * What putting back means now, row by row: only where the value that was written still stands. Pure.
 * @param options.rows what the change set applied, and what nobody knows of
 * @param options.items as they are now; ids in neither of the two do not exist
 */
export function proposeUndo(options: {
  rows: readonly RowRecord[];
  items: ReadonlyMap<string, WorkItem>;
  failedIds: ReadonlySet<string>;
  facts: ProjectFacts;
}): Proposed {
  const { rows, items, failedIds, facts } = options;
  const changes: Change[] = [];
  const skipped: Skip[] = [];
  for (const row of rows) {
    const item = items.get(row.itemId);
    const skip = (reason: SkipReason, found: Pick<Skip, "foundLabel"> = {}) =>
      skipped.push({
        ...toSkip(item ?? { id: row.itemId, number: row.itemNumber, title: row.itemTitle }, {
          field: row.field,
          reason,
        }),
        ...found,
      });
    if (row.outcome !== "applied") skip("unknown-outcome");
    else if (row.field === LINK_FIELD) skip("not-removable");
    else if (item === undefined) skip(failedIds.has(row.itemId) ? "read-failed" : "not-found");
    else {
      const judged = judge(row, { item, facts });
      if ("change" in judged) changes.push(judged.change);
      else skip(judged.reason, judged.found);
    }
  }
  return withoutInverted({ changes, skipped }, items);
}

function judge(
  row: RowRecord,
  { item, facts }: { item: WorkItem; facts: ProjectFacts },
): { change: Change } | { reason: SkipReason; found?: Pick<Skip, "foundLabel"> } {
  const found = toFoundField(row, item);
  if (found.kind !== "value") return { reason: "read-failed" };
  if (isSameFieldValue(found.value, row.from)) return { reason: "no-change" };
  if (!isSameFieldValue(found.value, row.to)) return { reason: "changed-since", found: { foundLabel: found.label } };
  const wire = toWire({ field: row.field, to: row.from }, facts);
  if (typeof wire === "string") return { reason: wire === "cannot-clear" ? "cannot-clear" : "wrong-type" };
  const change = toChange(item, { field: row.field, to: row.from, facts });
  return { change: { ...change, from: row.to, toLabel: row.fromLabel ?? change.toLabel } };
}

/** A day that is put back alone may come to lie on the wrong side of the other, which somebody changed since. */
function withoutInverted({ changes, skipped }: Proposed, items: ReadonlyMap<string, WorkItem>): Proposed {
  const days = new Map<string, { start: unknown; end: unknown }>();
  for (const { itemId, field, to } of changes) {
    const item = items.get(itemId);
    if (item === undefined || (field !== "start" && field !== "end")) continue;
    days.set(itemId, { ...(days.get(itemId) ?? { start: item.start, end: item.end }), [field]: to });
  }
  const isInverted = ({ itemId, field }: Change) => {
    const { start, end } = days.get(itemId) ?? {};
    const isDay = field === "start" || field === "end";
    return isDay && typeof start === "string" && typeof end === "string" && end < start;
  };
  return {
    changes: changes.filter((change) => !isInverted(change)),
    skipped: [...skipped, ...changes.filter(isInverted).map((change) => toSkipOfChange(change, "end-before-start"))],
  };
}
