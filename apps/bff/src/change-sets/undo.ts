import { LINK_FIELD, type UndoRequest } from "@gantry/api-contract";
import type { Store } from "../database/store.ts";
import { toWire } from "./compile/to-wire.ts";
import { wrongState } from "./control.ts";
import { readRows } from "./ledger/read.ts";
import type { ChangeSetRecord, NewRow, RowRecord } from "./ledger/records.ts";
import type { ProjectFacts } from "./preview/facts.ts";
import { storeChangeSet, type LookEarly } from "./store.ts";
import { ensureUndoable } from "./undoable.ts";

/**
 * Puts back what a change set applied, as a change set of its own: only where the value that we wrote still stands.
 * Links end as failed (`not-removable`): the removal call is documented without a body and may empty the whole plan.
 * What nobody knows of is not put back: it may never have been written.
 * Pressed twice it gives the same change set; throws `change_set.wrong_state` where nothing can be put back.
 * @param options.except what a person unticked
 * @returns the id of the undo
 */
export async function undo(
  store: Store,
  options: {
    record: ChangeSetRecord;
    except: NonNullable<UndoRequest["except"]>;
    facts: ProjectFacts;
    id: string;
    requestId: string;
    lookEarly: LookEarly;
    now: number;
  },
): Promise<string> {
  const { record, facts, id, now } = options;
  if (record.undoneBy !== null) return record.undoneBy;
  ensureUndoable(record, now);
  const applied = await readRows(store.database, { changeSetId: record.id, outcomes: ["applied"] });
  if (applied.length === 0) throw wrongState("Nothing of it was applied");
  const unticked = new Set(options.except.map(({ itemId, field }) => `${itemId}/${field}`));
  const ticked = applied.filter(({ itemId, field }) => !unticked.has(`${itemId}/${field}`));
  if (ticked.length === 0) throw wrongState("Nothing of it is to be put back");
  const rows = ticked.map((row, position) => toReversed(row, { position, facts, now }));
  const stored = await storeChangeSet(store, {
    record: {
      id,
      owner: record.owner,
      createdBy: record.createdBy,
      idempotencyKey: `undo ${record.id}`,
      origin: "undo",
      state: "queued",
      projectId: record.projectId,
      projectName: record.projectName,
      projectKind: record.projectKind,
      planId: record.planId,
      planName: record.planName,
      createdAt: now,
      items: new Set(rows.map((row) => row.itemId)).size,
      total: rows.length,
      fields: [...new Set(rows.map((row) => row.field))],
      undoOf: record.id,
    },
    rows,
    requestId: options.requestId,
    lookEarly: options.lookEarly,
  });
  return stored.id;
}

function toReversed(row: RowRecord, options: { position: number; facts: ProjectFacts; now: number }): NewRow {
  const { position, facts, now } = options;
  const wire = toWire({ field: row.field, to: row.from }, facts);
  const reason = row.field === LINK_FIELD ? "not-removable" : typeof wire === "string" ? wire : null;
  return {
    position,
    itemId: row.itemId,
    itemNumber: row.itemNumber,
    itemTitle: row.itemTitle,
    itemType: row.itemType,
    itemShape: row.itemShape,
    field: row.field,
    from: row.to,
    to: row.from,
    fromLabel: row.toLabel,
    toLabel: row.fromLabel,
    wire: typeof wire === "string" ? null : wire,
    outcome: reason === null ? "queued" : "failed",
    reason,
    at: reason === null ? null : now,
  };
}
