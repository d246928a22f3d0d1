import type { RowRecord } from "../ledger/records.ts";
import { requeue, settle, type Settlement } from "../ledger/progress.ts";
import { judgeAfterSend, judgeUnreadable, type Answer } from "./judge.ts";
import type { Halt, Job } from "./job.ts";

/** A change that was sent, and what the answer said of it. */
export type SentRow = { row: RowRecord; answer: Answer };

/** Looks that tell something; with the waits between them they outlast a read that is some seconds old. */
const MOST_LOOKS = 4;
const BETWEEN_LOOKS_MS = [500, 1_500, 3_000] as const;
/** Looks that tell nothing, before a change counts as unknown. */
const MOST_FAILED_LOOKS = 6;
const AFTER_FAILED_LOOK_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/**
 * Reads sent changes back until each is settled, is to be sent again, or counts as unknown.
 * Where the token ends or the server stops, what is open stays `sending` and is read back by the next going-over.
 */
export async function verify(job: Job, sent: readonly SentRow[]): Promise<Halt> {
  let open = [...sent];
  let looks = 0;
  let failedLooks = 0;
  while (open.length > 0) {
    const found = await job.slots.run(job.record.id, () => job.upstream.look(open.map(({ row }) => row)));
    if (found.kind === "sign-in") return { kind: "sign-in" };
    let waitMs: number;
    if (found.kind === "found") {
      looks += 1;
      open = await judgeAll(job, { open, foundOf: found.foundOf, isLastLook: looks === MOST_LOOKS });
      waitMs = BETWEEN_LOOKS_MS[looks - 1] ?? 0;
    } else {
      failedLooks += 1;
      if (failedLooks === MOST_FAILED_LOOKS) {
        await settleUnreadable(job, open);
        return { kind: "done" };
      }
      waitMs = Math.max(found.retryAfterMs ?? 0, AFTER_FAILED_LOOK_MS[failedLooks - 1] ?? 0);
    }
    if (open.length === 0) break;
    const isStopped = await job.clock.wait(waitMs, job.signal).then(
      () => false,
      () => true,
    );
    if (isStopped) return { kind: "stopping" };
  }
  return { kind: "done" };
}

/** @returns what must be looked at once more */
async function judgeAll(
  job: Job,
  options: {
    open: readonly SentRow[];
    foundOf: (row: RowRecord) => Parameters<typeof judgeAfterSend>[1]["found"];
    isLastLook: boolean;
  },
): Promise<SentRow[]> {
  const settlements: Settlement[] = [];
  const notApplied: number[] = [];
  const again: SentRow[] = [];
  for (const sent of options.open) {
    const { row, answer } = sent;
    const found = options.foundOf(row);
    const judgement = judgeAfterSend(row, { found, answer, isLastLook: options.isLastLook, doubts: row.doubts });
    if (judgement.next === "settle") settlements.push({ position: row.position, verdict: judgement.verdict });
    else if (judgement.next === "send") notApplied.push(row.position);
    else again.push(sent);
  }
  const changeSetId = job.record.id;
  const at = job.clock.now();
  if (settlements.length > 0) await settle(job.database, { changeSetId, settlements, at });
  if (notApplied.length > 0) {
    await requeue(job.database, { changeSetId, positions: notApplied, effect: "doubted", at });
  }
  job.onProgress({ applied: settlements.some(({ verdict }) => verdict.outcome === "applied") });
  return again;
}

async function settleUnreadable(job: Job, open: readonly SentRow[]): Promise<void> {
  const settlements = open.map(({ row, answer }) => ({ position: row.position, verdict: judgeUnreadable(answer) }));
  await settle(job.database, { changeSetId: job.record.id, settlements, at: job.clock.now() });
  job.onProgress({ applied: true });
}
