import type { ChangeSetState } from "@gantry/api-contract";
import { appendAudit, appendAuditRows } from "../../audit/append.ts";
import { markChanged } from "../../mirror/marks.ts";
import type { DatabaseTransaction } from "../../database/schema.ts";
import { chunk, groupBy } from "../lists.ts";
import { toJobEntry } from "./job-entry.ts";
import { keepTally } from "./keep-tally.ts";
import { withLease, type Lease } from "./lease.ts";
import type { Verdict } from "./records.ts";

const POSITIONS_PER_STATEMENT = 500;
const ENTRIES_PER_STATEMENT = 50;

export type Settlement = { position: number; itemId: string; verdict: Verdict };

/** Records outcomes. A final outcome is never overwritten by a later, weaker fact. */
export async function settle(lease: Lease, options: { settlements: readonly Settlement[]; at: number }): Promise<void> {
  const { settlements, at } = options;
  const alike = groupBy(settlements, { keyOf: ({ verdict }) => JSON.stringify(verdict) });
  await withLease(lease, async (transaction) => {
    for (const group of alike.values()) {
      const verdict = group[0]?.verdict;
      if (verdict === undefined) continue;
      for (const part of chunk(group, POSITIONS_PER_STATEMENT)) {
        await transaction
          .updateTable("change_rows")
          .set({
            outcome: verdict.outcome,
            reason: verdict.reason,
            upstream_code: verdict.upstreamCode ?? null,
            upstream_message: verdict.upstreamMessage ?? null,
            found_label: verdict.foundLabel ?? null,
            at,
            ...(isDoubtful(verdict) ? { maybe_sent: 1 } : {}),
          })
          .where("change_set_id", "=", lease.key.changeSetId)
          .where("outcome", "in", ["queued", "sending"])
          .where(
            "position",
            "in",
            part.map(({ position }) => position),
          )
          .execute();
      }
    }
    await audit(transaction, { lease, settlements, at });
    if (settlements.some(({ verdict }) => isPerhapsApplied(verdict))) {
      const { owner, projectId, planId, fields } = lease.record;
      const onPlan = fields.includes("plan") ? planId : null;
      await markChanged(transaction, { domainId: owner.domainId, projectId, planId: onPlan, now: at });
    }
  });
}

function isPerhapsApplied(verdict: Verdict): boolean {
  return verdict.outcome === "applied" || isDoubtful(verdict);
}

function isDoubtful(verdict: Verdict): boolean {
  return verdict.outcome === "unknown" || verdict.reason === "not-applied" || verdict.reason === "crashed";
}

async function audit(
  transaction: DatabaseTransaction,
  { lease, settlements, at }: { lease: Lease; settlements: readonly Settlement[]; at: number },
): Promise<void> {
  const ends = groupBy(settlements, {
    keyOf: ({ verdict }) => JSON.stringify([verdict.outcome, verdict.reason, verdict.upstreamCode]),
  });
  const entries = [...ends.values()].flatMap((end) =>
    // As many ids as one row of the log keeps whole.
    chunk(end, POSITIONS_PER_STATEMENT).flatMap((part) => {
      const [first] = part;
      if (first === undefined) return [];
      const { outcome, reason, upstreamCode = null } = first.verdict;
      const itemIds = [...new Set(part.map(({ itemId }) => itemId))];
      const detail = { outcome, reason, upstreamCode, itemIds, changes: part.length };
      return toJobEntry(lease, { at, kind: "change_set.settled", detail });
    }),
  );
  for (const part of chunk(entries, ENTRIES_PER_STATEMENT)) await appendAuditRows(transaction, part);
}

/** Whether a send that is to be repeated may have been carried out: surely not, perhaps, or perhaps and it was read back. */
type SendEffect = "none" | "maybe" | "doubted";

/**
 * Puts rows back that were not applied: the call never reached the service, or reading back said so. In a cancelled
 * change set they end there, but for those that may have been applied: they stay `sending`, to be read back.
 */
export async function requeue(
  lease: Lease,
  options: { positions: readonly number[]; effect: SendEffect; at: number },
): Promise<void> {
  const { positions, effect, at } = options;
  await withLease(lease, async (transaction, state) => {
    const isCancelled = state === "cancelling";
    if (isCancelled && effect === "maybe") return;
    for (const part of chunk(positions, POSITIONS_PER_STATEMENT)) {
      await transaction
        .updateTable("change_rows")
        .set((set) => ({
          ...(isCancelled
            ? { outcome: "cancelled" as const, reason: "cancelled" as const, at }
            : { outcome: "queued" as const }),
          ...(effect === "none" ? {} : { maybe_sent: 1 }),
          ...(effect === "doubted" ? { doubts: set("doubts", "+", 1) } : {}),
        }))
        .where("change_set_id", "=", lease.key.changeSetId)
        .where("outcome", "=", "sending")
        .where("position", "in", part)
        .execute();
    }
  });
}

/** Says what a running change set does or waits for. What a person ordered (cancelled, paused) stays so. */
export async function setState(
  lease: Lease,
  options: { state: Exclude<ChangeSetState, "finished" | "cancelling" | "paused">; callsPlanned?: number },
): Promise<void> {
  await withLease(lease, async (transaction, state) => {
    if (state === "cancelling" || state === "paused") return;
    await transaction
      .updateTable("change_sets")
      .set({
        state: options.state,
        ...(options.callsPlanned === undefined ? {} : { calls_planned: options.callsPlanned }),
      })
      .where("id", "=", lease.key.changeSetId)
      .execute();
  });
}

/** Ends a change set whose rows are all final, and its lease with it; false = some are still open. */
export async function finishIfDone(lease: Lease, options: { at: number }): Promise<boolean> {
  const { changeSetId } = lease.key;
  return withLease(lease, async (transaction) => {
    const open = await transaction
      .selectFrom("change_rows")
      .select("position")
      .where("change_set_id", "=", changeSetId)
      .where("outcome", "in", ["queued", "sending"])
      .limit(1)
      .executeTakeFirst();
    if (open !== undefined) return false;
    await transaction
      .updateTable("change_sets")
      .set({ state: "finished", finished_at: options.at, lease_holder: null, lease_until: null })
      .where("id", "=", changeSetId)
      .execute();
    await keepTally(transaction, changeSetId);
    await appendAudit(transaction, toJobEntry(lease, { at: options.at, kind: "change_set.finished", detail: {} }));
    return true;
  });
}
