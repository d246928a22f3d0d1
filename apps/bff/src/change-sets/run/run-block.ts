import type { UpstreamCall } from "../compile/calls.ts";
import { compile } from "../compile/compile.ts";
import { beginSend, requeue, settle, type Settlement } from "../ledger/progress.ts";
import type { RowRecord } from "../ledger/records.ts";
import { settleAll } from "../lists.ts";
import { isHalted, type Halt, type Job } from "./job.ts";
import { judgeBeforeSend } from "./judge.ts";
import { verify, type SentRow } from "./verify.ts";

/**
 * Takes some queued changes all the way: fresh read, send what still holds the value that was seen, read back.
 * @param rows all changes of one or more compiled calls
 */
export async function runBlock(job: Job, rows: readonly RowRecord[]): Promise<Halt> {
  const look = await job.slots.run(job.record.id, () => job.upstream.look(rows));
  if (look.kind === "sign-in") return { kind: "sign-in" };
  if (look.kind === "unreadable") return { kind: "wait", retryAfterMs: look.retryAfterMs };
  const settlements: Settlement[] = [];
  const wanted: RowRecord[] = [];
  let isUnread = false;
  for (const row of rows) {
    const judgement = judgeBeforeSend(row, { found: look.foundOf(row), maybeSent: row.maybeSent });
    if (judgement.next === "settle") settlements.push({ position: row.position, verdict: judgement.verdict });
    else if (judgement.next === "send") wanted.push(row);
    else isUnread = true;
  }
  if (settlements.length > 0) {
    await settle(job.database, { changeSetId: job.record.id, settlements, at: job.clock.now() });
    job.onProgress({ applied: settlements.some(({ verdict }) => verdict.outcome === "applied") });
  }
  const sent = await sendAll(job, wanted);
  const halt: Halt = sent.length === 0 ? { kind: "done" } : await verify(job, sent);
  return halt.kind === "done" && isUnread ? { kind: "wait", retryAfterMs: null } : halt;
}

async function sendAll(job: Job, rows: readonly RowRecord[]): Promise<SentRow[]> {
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  const parts = await settleAll(
    compile(rows).map(async (call) => {
      const carried = call.positions.flatMap((position) => byPosition.get(position) ?? []);
      return job.slots.run(job.record.id, () => sendCall(job, { call, rows: carried }));
    }),
  );
  return parts.flat();
}

/** Sends one call, once, after the intent is committed. @returns the rows that must now be read back */
async function sendCall(job: Job, options: { call: UpstreamCall; rows: readonly RowRecord[] }): Promise<SentRow[]> {
  const { call, rows } = options;
  const changeSetId = job.record.id;
  if (isHalted(job)) return [];
  if (!(await beginSend(job.database, { changeSetId, positions: call.positions }))) return [];
  job.onProgress({ applied: false });
  const result = await job.upstream.send(call);
  if (result.kind === "answered") return rows.map((row) => ({ row, answer: result.answerOf(row.itemId) }));
  const isWait = result.kind === "not-sent";
  job.halt ??= isWait ? { kind: "wait", retryAfterMs: result.retryAfterMs } : { kind: "sign-in" };
  const effect = isWait && result.maybeSent ? "maybe" : "none";
  await requeue(job.database, { changeSetId, positions: call.positions, effect, at: job.clock.now() });
  job.onProgress({ applied: false });
  return [];
}
