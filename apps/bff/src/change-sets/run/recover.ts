import { LINK_FIELD } from "@gantry/api-contract";
import { settle } from "../ledger/progress.ts";
import type { RowRecord } from "../ledger/records.ts";
import { readStoreNow } from "../ledger/send.ts";
import { chunk, settleAll } from "../lists.ts";
import { passCheckpoint, type Halt, type Job } from "./job.ts";
import { CRASHED, type Answer } from "./judge.ts";
import { verify } from "./verify.ts";

/** Sends of one change that ended the process, before it is not sent again by itself. */
export const MOST_CRASHES = 3;
/** Takings-up of one change that was sent once, before it is not even read again. */
const MOST_RECOVERIES = 20;
const ROWS_PER_RECOVERY = 1_000;

const LOST_ANSWER: Answer = { kind: "doubt", code: null, message: null };

/**
 * Reads back what was being sent when a process ended. That it was not applied is only believed when the send has
 * surely come to its end: until then its last bytes may still be on their way.
 */
export async function recover(job: Job, sending: readonly RowRecord[]): Promise<Halt> {
  if (sending.length === 0) return { kind: "done" };
  await passCheckpoint(job, { name: "recovering", rows: sending });
  const hopeless = sending.filter((row) => row.recoveries >= MOST_RECOVERIES);
  if (hopeless.length > 0) {
    const settlements = hopeless.map((row) => ({ ...row, verdict: CRASHED.unread }));
    await settle(job.lease, { settlements, at: job.clock.now() });
    job.onProgress({ applied: true });
  }
  const storeNow = await readStoreNow(job.lease);
  const lost = sending
    .filter((row) => row.recoveries < MOST_RECOVERIES)
    .map((row) => ({
      row,
      answer: LOST_ANSWER,
      unsettledMs: Math.max(0, (row.sentAt ?? 0) + job.times.sendEndsMs - storeNow),
      isPoison: row.crashes >= MOST_CRASHES,
    }));
  // All links are read by one list.
  const [links, edits] = [true, false].map((isLink) => lost.filter(({ row }) => (row.field === LINK_FIELD) === isLink));
  const parts = [links ?? [], ...chunk(edits ?? [], ROWS_PER_RECOVERY)].filter((part) => part.length > 0);
  const halts = await settleAll(parts.map((part) => verify(job, part)));
  return halts.find((halt) => halt.kind !== "done") ?? { kind: "done" };
}
