import type { RowRecord } from "../ledger/records.ts";
import { requeue, settle, type Settlement } from "../ledger/progress.ts";
import { CRASHED, judgeAfterSend, judgeUnreadable, type Answer, type Found, type Judgement } from "./judge.ts";
import { passCheckpoint, type Halt, type Job } from "./job.ts";

/** A change that was sent, and what the answer said of it. */
export type SentRow = {
  row: RowRecord;
  answer: Answer;
  /** Time before which the send may still take effect: no reading until then proves that it was not applied. */
  unsettledMs: number;
  /** Sending it has ended the process too often: it is not sent again by itself. */
  isPoison: boolean;
};

/** Each change is looked at for itself: one that could not be read has not been looked at. */
type OpenRow = SentRow & { looks: number; failedLooks: number };

/** Looks that tell something; with the waits between them they outlast a read that is some seconds old. */
const MOST_LOOKS = 4;
const AFTER_LOOK_MS = [500, 1_500, 3_000] as const;
/** Looks that tell nothing, before a change counts as unknown. */
const MOST_FAILED_LOOKS = 6;
const AFTER_FAILED_LOOK_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

const UNREAD: Found = { kind: "unreadable", refusal: null };

/**
 * Reads sent changes back until each is settled, is to be sent again, or counts as unknown.
 * Where the token ends or the server stops, what is open stays `sending` and is read back by the next going-over.
 */
export async function verify(job: Job, sent: readonly SentRow[]): Promise<Halt> {
  let open: OpenRow[] = sent.map((each) => ({ ...each, looks: 0, failedLooks: 0 }));
  while (open.length > 0) {
    const rows = open.map(({ row }) => row);
    await passCheckpoint(job, { name: "reading-back", rows });
    const look = await job.upstream.look(rows);
    if (look.kind === "sign-in") return { kind: "sign-in" };
    open = await judgeAll(job, { open, foundOf: look.kind === "found" ? look.foundOf : () => UNREAD });
    if (open.length === 0) break;
    const retryAfterMs = look.kind === "unreadable" ? (look.retryAfterMs ?? 0) : 0;
    const waitMs = Math.max(retryAfterMs, ...open.map(waitBeforeNextLook));
    const isStopped = await job.clock.wait(waitMs, job.signal).then(
      () => false,
      () => true,
    );
    if (isStopped) return { kind: "stopping" };
    open = open.map((each) => ({ ...each, unsettledMs: Math.max(0, each.unsettledMs - waitMs) }));
  }
  return { kind: "done" };
}

/** @returns what must be looked at once more */
async function judgeAll(
  job: Job,
  options: { open: readonly OpenRow[]; foundOf: (row: RowRecord) => Found },
): Promise<OpenRow[]> {
  const settlements: Settlement[] = [];
  const notApplied: number[] = [];
  const again: OpenRow[] = [];
  for (const each of options.open) {
    const { row, answer } = each;
    const { position } = row;
    const found = options.foundOf(row);
    if (found.kind === "unreadable" && found.refusal === null) {
      const failedLooks = each.failedLooks + 1;
      if (failedLooks === MOST_FAILED_LOOKS) settlements.push({ ...row, verdict: judgeUnreadable(answer) });
      else again.push({ ...each, failedLooks });
      continue;
    }
    const looks = each.looks + 1;
    const isLastLook = looks >= MOST_LOOKS && each.unsettledMs === 0;
    const judgement = judgeAfterSend(row, { found, answer, isLastLook, doubts: row.doubts });
    if (each.isPoison && isNotApplied(judgement)) settlements.push({ ...row, verdict: CRASHED.notApplied });
    else if (judgement.next === "settle") settlements.push({ ...row, verdict: judgement.verdict });
    else if (judgement.next === "send") notApplied.push(position);
    else again.push({ ...each, looks, failedLooks: 0 });
  }
  const at = job.clock.now();
  if (settlements.length > 0) await settle(job.lease, { settlements, at });
  if (notApplied.length > 0) await requeue(job.lease, { positions: notApplied, effect: "doubted", at });
  const rows = options.open.map(({ row }) => row);
  await passCheckpoint(job, { name: "outcome-committed", rows });
  // What counts as unknown may have been applied as well.
  const applied = settlements.some(({ verdict }) => verdict.outcome === "applied" || verdict.outcome === "unknown");
  job.onProgress({ applied });
  return again;
}

function waitBeforeNextLook({ looks, failedLooks, unsettledMs }: OpenRow): number {
  if (failedLooks > 0) return AFTER_FAILED_LOOK_MS[failedLooks - 1] ?? 0;
  return AFTER_LOOK_MS[looks - 1] ?? unsettledMs;
}

function isNotApplied(judgement: Judgement): boolean {
  return judgement.next === "send" || (judgement.next === "settle" && judgement.verdict.reason === "not-applied");
}
