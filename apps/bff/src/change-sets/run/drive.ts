import type { Checkpoint } from "../../checkpoint.ts";
import type { Clock } from "../../clock.ts";
import type { Store } from "../../database/store.ts";
import type { Random } from "../../random.ts";
import type { Owner, Session } from "../../session/session.ts";
import type { UpstreamPace } from "../../upstream/upstream-pace.ts";
import type { LeaseKey } from "../ledger/lease.ts";
import { finishIfDone, setState } from "../ledger/progress.ts";
import { findChangeSet } from "../ledger/read.ts";
import type { ChangeSetRecord, NewChangeSetRecord } from "../ledger/records.ts";
import { backOffMs } from "./back-off.ts";
import { createBeginTogether } from "./begin-together.ts";
import type { EarlyLooks } from "./early-looks.ts";
import { goOver } from "./go-over.ts";
import type { Halt, Job } from "./job.ts";
import type { JobTimes } from "./job-times.ts";
import type { JobUpstream } from "./job-upstream.ts";

export type DriveDependencies = {
  store: Store;
  clock: Clock;
  /** Goes on evenly, whatever is done to the machine's. */
  paceClock: Clock;
  random: Random;
  times: JobTimes;
  checkpoint: Checkpoint;
  pace: UpstreamPace;
  findSession: (owner: Owner) => Promise<Session | null>;
  earlyLooks: EarlyLooks;
  upstreamFor: (session: Session, record: NewChangeSetRecord) => JobUpstream;
  /** Hears of everything that the ledger learnt. */
  onProgress: (record: ChangeSetRecord, news: { applied: boolean }) => void;
};

type DriveOptions = {
  key: LeaseKey;
  /** Aborts when the server stops or the lease is lost. */
  signal: AbortSignal;
  /** Waits, but not past the signal, nor past news of this change set. */
  pause: (delayMs: number) => Promise<void>;
};

/** Works one change set off as far as it goes. @returns whether it is finished now; throws `LeaseLostError` */
export async function drive(dependencies: DriveDependencies, options: DriveOptions): Promise<"finished" | "resting"> {
  const { store, clock, random } = dependencies;
  let waits = 0;
  let callsSentBefore = -1;
  while (!options.signal.aborted) {
    const record = await findChangeSet(store.database, options.key.changeSetId);
    if (record === null || record.state === "finished") return "finished";
    const lease = { store, key: options.key, record };
    const tell = (news: { applied: boolean }) => dependencies.onProgress(record, news);
    const halt = await goOverOnce(dependencies, { ...options, record });
    if (halt.kind === "stopping" || halt.kind === "blocked") return "resting";
    if (halt.kind === "again") continue;
    if (halt.kind === "sign-in") {
      await setState(lease, { state: "waiting-for-sign-in" });
      tell({ applied: false });
      return "resting";
    }
    if (halt.kind === "done" && (await finishIfDone(lease, { at: clock.now() }))) {
      tell({ applied: true });
      return "finished";
    }
    if (halt.kind === "done" && record.state === "paused") {
      await dependencies.checkpoint("paused", { itemIds: [] });
      return "resting";
    }
    // Doubts are sent again at once, since reading them back has taken its time; but never in a rush to nowhere.
    if (halt.kind === "done" && record.callsSent !== callsSentBefore) {
      waits = 0;
      callsSentBefore = record.callsSent;
      continue;
    }
    waits += 1;
    await setState(lease, { state: "waiting-for-codearts" });
    tell({ applied: false });
    const retryAfterMs = halt.kind === "wait" ? halt.retryAfterMs : null;
    await options.pause(backOffMs(waits, { retryAfterMs, fraction: random.fraction }));
  }
  return "resting";
}

async function goOverOnce(
  dependencies: DriveDependencies,
  options: DriveOptions & { record: ChangeSetRecord },
): Promise<Halt> {
  const { store, clock, paceClock, times, checkpoint, pace } = dependencies;
  const { record, key, signal } = options;
  const lease = { store, key, record };
  const session = await dependencies.findSession(record.owner);
  // A cancelled job that sent nothing needs nobody to sign in.
  if (session === null) {
    return (await finishIfDone(lease, { at: clock.now() })) ? { kind: "done" } : { kind: "sign-in" };
  }
  const job: Job = {
    lease,
    begin: createBeginTogether(lease),
    upstream: dependencies.upstreamFor(session, record),
    earlyLooks: dependencies.earlyLooks,
    clock,
    paceClock,
    pace,
    times,
    checkpoint,
    signal,
    halt: null,
    onProgress: (news) => dependencies.onProgress(record, news),
  };
  return goOver(job);
}
