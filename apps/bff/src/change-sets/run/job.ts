import type { Checkpoint, CheckpointName } from "../../checkpoint.ts";
import type { Clock } from "../../clock.ts";
import type { UpstreamPace } from "../../upstream/upstream-pace.ts";
import type { Lease } from "../ledger/lease.ts";
import type { RowRecord } from "../ledger/records.ts";
import type { Begun } from "../ledger/send.ts";
import type { EarlyLooks } from "./early-looks.ts";
import type { JobTimes } from "./job-times.ts";
import type { JobUpstream } from "./job-upstream.ts";

/**
 * Why a job stops for now: nothing left to do here, something to be looked at anew, an earlier change set that has to
 * be first, a wait that CodeArts asks for, a token that is gone, or the end of the process or its lease.
 */
export type Halt =
  | { kind: "done" }
  | { kind: "again" }
  | { kind: "blocked" }
  | { kind: "wait"; retryAfterMs: number | null }
  | { kind: "sign-in" }
  | { kind: "stopping" };

/** One going over a change set's open rows. */
export type Job = {
  lease: Lease;
  /** Commits that a call is about to leave; false = it must not. */
  begin: (begun: Begun) => Promise<boolean>;
  upstream: JobUpstream;
  earlyLooks: EarlyLooks;
  clock: Clock;
  /** Goes on evenly, whatever is done to the machine's. */
  paceClock: Clock;
  pace: UpstreamPace;
  times: JobTimes;
  checkpoint: Checkpoint;
  /** Aborts when the server stops or the lease is lost. */
  signal: AbortSignal;
  /** Set by the first part that must wait; the others then send nothing more. */
  halt: Halt | null;
  /** Called after everything that the ledger learnt. */
  onProgress: (news: { applied: boolean }) => void;
};

export function isHalted(job: Job): boolean {
  return job.halt !== null || job.signal.aborted;
}

export function passCheckpoint(job: Job, at: { name: CheckpointName; rows: readonly RowRecord[] }): Promise<void> {
  return job.checkpoint(at.name, { itemIds: at.rows.map(({ itemId }) => itemId) });
}
