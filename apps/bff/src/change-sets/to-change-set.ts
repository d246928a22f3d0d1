import type { ChangeResult, ChangeSet } from "@gantry/api-contract";
import type { Owner } from "../session/session.ts";
import type { Tally } from "./ledger/read.ts";
import type { ChangeSetRecord, RowRecord } from "./ledger/records.ts";
import type { Pace } from "./pace.ts";
import { keptUntil } from "./retention/kept.ts";

const CANCELLABLE: ReadonlySet<ChangeSet["state"]> = new Set([
  "queued",
  "running",
  "waiting-for-codearts",
  "waiting-for-sign-in",
  "paused",
]);
const PAUSABLE: ReadonlySet<ChangeSet["state"]> = new Set([...CANCELLABLE].filter((state) => state !== "paused"));

/** A change set as a viewer sees it: only its owner may steer it. */
export function toChangeSet(
  record: ChangeSetRecord,
  options: { tally: Tally; viewer: Owner; now: number; pace: Pace },
): ChangeSet {
  const { tally, viewer, now, pace } = options;
  const isOwn = isSameOwner(record.owner, viewer);
  const mayFollow = isOwn && record.state === "finished" && record.undoneBy === null && now < keptUntil(record, now);
  return {
    id: record.id,
    origin: record.origin,
    revision: record.revision,
    // A job that is held back goes on by itself; the ledger need not be told.
    state: record.state === "running" && pace.isHeld() ? "waiting-for-codearts" : record.state,
    projectId: record.projectId,
    projectName: record.projectName,
    projectKind: record.projectKind,
    planId: record.planId,
    planName: record.planName,
    createdBy: record.createdBy,
    createdAt: record.createdAt,
    finishedAt: record.finishedAt,
    items: record.items,
    total: record.total,
    counts: tally.counts,
    fields: record.fields,
    calls: { planned: record.callsPlanned, sent: record.callsSent },
    remainingMs: pace.remainingMs(record),
    undoOf: record.undoOf,
    undoneBy: record.undoneBy,
    keptUntil: keptUntil(record, now),
    canUndo: mayFollow && tally.undoable > 0,
    canRetry: mayFollow && tally.retryable > 0,
    canRetryUnknown: mayFollow && tally.counts.unknown > 0,
    canCancel: isOwn && CANCELLABLE.has(record.state),
    canPause: isOwn && PAUSABLE.has(record.state),
    canResume: isOwn && record.state === "paused",
  };
}

export function toChangeResult(row: RowRecord): ChangeResult {
  return {
    itemId: row.itemId,
    itemNumber: row.itemNumber,
    itemTitle: row.itemTitle,
    itemType: row.itemType,
    itemShape: row.itemShape,
    field: row.field,
    from: row.from,
    to: row.to,
    fromLabel: row.fromLabel,
    toLabel: row.toLabel,
    outcome: row.outcome,
    reason: row.reason,
    upstreamCode: row.upstreamCode,
    upstreamMessage: row.upstreamMessage,
    foundLabel: row.foundLabel,
    at: row.at,
  };
}

export function isSameOwner(left: Owner, right: Owner): boolean {
  return left.userId === right.userId && left.domainId === right.domainId;
}
