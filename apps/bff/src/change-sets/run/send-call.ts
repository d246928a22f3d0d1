import type { UpstreamCall } from "../compile/calls.ts";
import { requeue } from "../ledger/progress.ts";
import type { RowRecord } from "../ledger/records.ts";
import { repeatSend } from "../ledger/send.ts";
import { isHalted, passCheckpoint, type Job } from "./job.ts";
import type { SendResult } from "./job-upstream.ts";
import type { SentRow } from "./verify.ts";

/** The call's turn had come, but it may not leave any more. */
class HeldBackError extends Error {}

type CallToSend = {
  call: UpstreamCall;
  rows: readonly RowRecord[];
  /** What was seen of its items may still be relied on. */
  mayLeave: () => boolean;
};

/**
 * Sends one call, once: its intent is committed, and the lease proven, directly before its first byte leaves.
 * @returns the rows that must now be read back
 */
export async function sendCall(job: Job, { call, rows, mayLeave }: CallToSend): Promise<SentRow[]> {
  if (isHalted(job)) return [];
  const result = await sendHeld(job, { call, rows, mayLeave });
  await passCheckpoint(job, { name: "answer-received", rows });
  if (result.kind === "answered") {
    return rows.map((row) => ({ row, answer: result.answerOf(row.itemId), unsettledMs: 0, isPoison: false }));
  }
  if (result.kind === "held-back") job.halt ??= { kind: "again" };
  if (result.kind === "not-sent") job.halt ??= { kind: "wait", retryAfterMs: result.retryAfterMs };
  if (result.kind === "sign-in") job.halt ??= { kind: "sign-in" };
  const effect = result.kind === "not-sent" && result.maybeSent ? "maybe" : "none";
  await requeue(job.lease, { positions: call.positions, effect, at: job.clock.now() });
  job.onProgress({ applied: false });
  return [];
}

async function sendHeld(job: Job, { call, rows, mayLeave }: CallToSend): Promise<SendResult | { kind: "held-back" }> {
  const intent = { operation: call.kind, rows };
  let isBegun = false;
  const beforeSend = async () => {
    let provenAtMs = 0;
    do {
      if (isHalted(job) || !mayLeave()) throw new HeldBackError();
      await passCheckpoint(job, { name: "before-intent", rows });
      // Monotonic, since a clock that is set must not make a lease last.
      provenAtMs = performance.now();
      const isCommitted = isBegun
        ? await repeatSend(job.lease, { intent })
        : await job.begin({ intent, at: job.clock.now() });
      if (!isCommitted) throw new HeldBackError();
      isBegun = true;
      await passCheckpoint(job, { name: "after-intent", rows });
    } while (performance.now() - provenAtMs > job.times.proofMs);
    job.onProgress({ applied: false });
  };
  try {
    return await job.upstream.send(call, { beforeSend });
  } catch (error) {
    if (error instanceof HeldBackError) return { kind: "held-back" };
    throw error;
  }
}
