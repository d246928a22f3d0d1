import { compile } from "../compile/compile.ts";
import { settle, type Settlement } from "../ledger/progress.ts";
import type { RowRecord } from "../ledger/records.ts";
import { settleAll } from "../lists.ts";
import type { Halt, Job } from "./job.ts";
import { judgeBeforeSend } from "./judge.ts";
import { sendCall } from "./send-call.ts";
import { verify, type SentRow } from "./verify.ts";

/**
 * Takes some queued changes all the way: fresh read, send what still holds the value that was seen, read back.
 * @param rows all changes of one or more compiled calls
 */
export async function runBlock(job: Job, rows: readonly RowRecord[]): Promise<Halt> {
  const look = await job.slots.run(job.lease.record.id, () => job.upstream.look(rows));
  if (look.kind === "sign-in") return { kind: "sign-in" };
  if (look.kind === "unreadable") return { kind: "wait", retryAfterMs: look.retryAfterMs };
  const settlements: Settlement[] = [];
  const wanted: RowRecord[] = [];
  let isUnread = false;
  for (const row of rows) {
    const judgement = judgeBeforeSend(row, { found: look.foundOf(row), maybeSent: row.maybeSent });
    if (judgement.next === "settle") settlements.push({ ...row, verdict: judgement.verdict });
    else if (judgement.next === "send") wanted.push(row);
    else isUnread = true;
  }
  if (settlements.length > 0) {
    await settle(job.lease, { settlements, at: job.clock.now() });
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
      return job.slots.run(job.lease.record.id, () => sendCall(job, { call, rows: carried }));
    }),
  );
  return parts.flat();
}
