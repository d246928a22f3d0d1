import { compile } from "../compile/compile.ts";
import { settle, type Settlement } from "../ledger/progress.ts";
import type { RowRecord } from "../ledger/records.ts";
import { settleAll } from "../lists.ts";
import { takeLook } from "./early-looks.ts";
import { isHalted, type Halt, type Job } from "./job.ts";
import { judgeBeforeSend } from "./judge.ts";
import { FRESH_FOR_MS, USABLE_FOR_MS } from "./note-look.ts";
import { createRelay, type Leg } from "./relay.ts";
import { sendCall } from "./send-call.ts";
import { verify, type SentRow } from "./verify.ts";

/** A few more calls than may be under way, so that there is always one to take the next turn. */
const SENDS_IN_WAITING = 2;

/**
 * Takes some queued changes all the way: fresh read, send what still holds the value that was seen, read back.
 * @param rows all changes of one or more compiled calls
 */
export async function runBlock(job: Job, { rows, leg }: { rows: readonly RowRecord[]; leg: Leg }): Promise<Halt> {
  await leg.mayLook;
  if (isHalted(job)) return { kind: "done" };
  const { result, ageMs } =
    (await job.earlyLooks.take(job.lease.record.id, rows)) ??
    (await takeLook(job.upstream, { rows, clocks: [job.clock, job.paceClock] }));
  if (result.kind === "sign-in") return { kind: "sign-in" };
  if (result.kind === "unreadable") return { kind: "wait", retryAfterMs: result.retryAfterMs };
  const settlements: Settlement[] = [];
  const wanted: RowRecord[] = [];
  let isUnread = false;
  for (const row of rows) {
    const judgement = judgeBeforeSend(row, { found: result.foundOf(row), maybeSent: row.maybeSent });
    if (judgement.next === "settle") settlements.push({ ...row, verdict: judgement.verdict });
    else if (judgement.next === "send") wanted.push(row);
    else isUnread = true;
  }
  if (settlements.length > 0) {
    await settle(job.lease, { settlements, at: job.clock.now() });
    job.onProgress({ applied: settlements.some(({ verdict }) => verdict.outcome === "applied") });
  }
  await leg.maySend;
  const { sent, stale } = await sendAll(job, { rows: wanted, ageMs, leg });
  const verified: Halt = sent.length === 0 ? { kind: "done" } : await verify(job, sent);
  if (verified.kind !== "done") return verified;
  const rest: Halt = stale.length === 0 || isHalted(job) ? { kind: "done" } : await runAgain(job, stale);
  return rest.kind === "done" && isUnread ? { kind: "wait", retryAfterMs: null } : rest;
}

/** By the time that these are read back the blocks behind have overtaken them: nobody waits for them. */
function runAgain(job: Job, rows: readonly RowRecord[]): Promise<Halt> {
  return runBlock(job, { rows, leg: createRelay().join() });
}

/** Sends what was looked at just now; what has to wait too long for its turn comes back as stale, unsent. */
async function sendAll(
  job: Job,
  { rows, ageMs, leg }: { rows: readonly RowRecord[]; ageMs: () => number; leg: Leg },
): Promise<{ sent: SentRow[]; stale: RowRecord[] }> {
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  const sent: SentRow[] = [];
  const stale: RowRecord[] = [];
  const left = compile(rows);
  const atOnce = job.pace.jobConcurrency() + SENDS_IN_WAITING;
  const work = async () => {
    for (let call = left.shift(); call !== undefined; call = left.shift()) {
      if (left.length <= Math.max(atOnce, job.pace.ratePerSecond())) leg.letLook();
      if (left.length === 0) leg.letSend();
      const carried = call.positions.flatMap((position) => byPosition.get(position) ?? []);
      // A link writes over nothing, so that it was looked for long ago does no harm.
      const isLink = call.kind === "link";
      const isYoungerThan = (mostMs: number) => isLink || ageMs() <= mostMs;
      const mayLeave = () => isYoungerThan(USABLE_FOR_MS);
      if (isYoungerThan(FRESH_FOR_MS)) sent.push(...(await sendCall(job, { call, rows: carried, mayLeave })));
      else stale.push(...carried);
    }
  };
  await settleAll(Array.from({ length: Math.min(atOnce, left.length) }, work));
  return { sent, stale };
}
