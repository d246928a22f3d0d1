import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import type { ChangeSetRecord } from "../ledger/records.ts";
import type { JobUpstream } from "./job-upstream.ts";
import type { Slots } from "./slots.ts";

/**
 * Why a job stops for now: nothing left to do here, an earlier change set that has to be first, a wait that CodeArts
 * asks for, a token that is gone, or the end of the process.
 */
export type Halt =
  | { kind: "done" }
  | { kind: "blocked" }
  | { kind: "wait"; retryAfterMs: number | null }
  | { kind: "sign-in" }
  | { kind: "stopping" };

/** One going over a change set's open rows. */
export type Job = {
  record: ChangeSetRecord;
  upstream: JobUpstream;
  database: Database;
  clock: Clock;
  slots: Slots;
  /** Aborts when the server stops. */
  signal: AbortSignal;
  /** Set by the first part that must wait; the others then send nothing more. */
  halt: Halt | null;
  /** Called after everything that the ledger learnt. */
  onProgress: (news: { applied: boolean }) => void;
};

export function isHalted(job: Job): boolean {
  return job.halt !== null || job.signal.aborted;
}
