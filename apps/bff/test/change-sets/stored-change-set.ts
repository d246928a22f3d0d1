import { claimLease, type Lease } from "../../src/change-sets/ledger/lease.ts";
import { findChangeSet } from "../../src/change-sets/ledger/read.ts";
import type { NewChangeSetRecord, NewRow } from "../../src/change-sets/ledger/records.ts";
import type { Store } from "../../src/database/store.ts";

export const CHANGE_SET_ID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
const LONG_MS = 3_600_000;

/** A Scrum change set of so many items, as it is stored when it is created. Say only what a test is about. */
export function newChangeSet(items: number, about: Partial<NewChangeSetRecord> = {}): NewChangeSetRecord {
  return {
    id: CHANGE_SET_ID,
    owner: { userId: "user", domainId: "domain" },
    createdBy: { id: "user", numericId: "1", name: "Somebody" },
    idempotencyKey: "key",
    origin: "edit",
    state: "queued",
    projectId: "project",
    projectName: "Project",
    projectKind: "scrum",
    planId: null,
    planName: null,
    createdAt: 1_790_000_000_000,
    items,
    total: items,
    fields: ["progress"],
    callsPlanned: items,
    undoOf: null,
    ...about,
  };
}

/** One of its changes, queued. */
export function newRow(position: number, about: Partial<NewRow> = {}): NewRow {
  return {
    position,
    itemId: String(position),
    itemNumber: String(position),
    itemTitle: "One",
    itemType: "task",
    itemShape: "task",
    field: "progress",
    from: 0,
    to: 1,
    fromLabel: null,
    toLabel: null,
    wire: null,
    outcome: "queued",
    reason: null,
    at: null,
    ...about,
  };
}

/** Takes the stored one up, as a process does that finds it; unless told otherwise, for longer than anything lasts. */
export async function leaseOf(
  store: Store,
  { holder, leaseMs = LONG_MS }: { holder: string; leaseMs?: number },
): Promise<Lease> {
  const key = await claimLease(store, { changeSetId: CHANGE_SET_ID, holder, leaseMs, isCrash: true });
  const record = await findChangeSet(store.database, CHANGE_SET_ID);
  if (key === null || record === null) throw new Error("It could not be claimed");
  return { store, key, record };
}
