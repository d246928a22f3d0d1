import type { Bus } from "../../bus.ts";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import type { Log } from "../../log.ts";
import type { Random } from "../../random.ts";
import type { Owner, Session } from "../../session/session.ts";
import { finishIfDone, listUnfinishedIds, setState } from "../ledger/progress.ts";
import { findChangeSet } from "../ledger/read.ts";
import type { ChangeSetRecord } from "../ledger/records.ts";
import { backOffMs } from "./back-off.ts";
import { goOver } from "./go-over.ts";
import type { Halt, Job } from "./job.ts";
import type { JobUpstream } from "./job-upstream.ts";
import { createSlots } from "./slots.ts";

type RunnerDependencies = {
  database: Database;
  clock: Clock;
  random: Random;
  log: Log;
  bus: Bus;
  /** Calls to CodeArts at once, over all jobs. */
  concurrency: number;
  findSession: (owner: Owner) => Promise<Session | null>;
  upstreamFor: (session: Session, record: ChangeSetRecord) => JobUpstream;
  /** Hears of everything that the ledger learnt. */
  onProgress: (record: ChangeSetRecord, news: { applied: boolean }) => void;
};

/** Works change sets off from the ledger; what it holds of them in memory can be lost at any moment. */
type Runner = {
  /** Takes up what an earlier process left. */
  start: () => Promise<void>;
  /** Looks at a change set now: it is new, or was cancelled or retried. */
  wake: (changeSetId: string) => void;
  /** Claims nothing more; resolves when what was sent has been read back, or is left to the next start. */
  stop: () => Promise<void>;
};

type Active = { again: boolean; interrupt: AbortController; ended: Promise<void> };

export function createRunner(dependencies: RunnerDependencies): Runner {
  const { database, clock, random, log, bus } = dependencies;
  const slots = createSlots(dependencies.concurrency);
  const stopping = new AbortController();
  const active = new Map<string, Active>();

  const wake = (changeSetId: string) => {
    if (stopping.signal.aborted) return;
    const running = active.get(changeSetId);
    if (running !== undefined) {
      running.again = true;
      running.interrupt.abort();
      return;
    }
    const entry: Active = { again: false, interrupt: new AbortController(), ended: Promise.resolve() };
    active.set(changeSetId, entry);
    entry.ended = keepDriving(changeSetId, entry);
  };

  const keepDriving = async (changeSetId: string, entry: Active) => {
    let failures = 0;
    do {
      entry.again = false;
      entry.interrupt = new AbortController();
      try {
        await drive(changeSetId, entry);
        failures = 0;
      } catch (error) {
        failures += 1;
        log.error(
          { changeSetId, error: error instanceof Error ? error.name : "unknown" },
          "a job failed and starts over",
        );
        entry.again = true;
        await pause(backOffMs(failures, { retryAfterMs: null, fraction: random.fraction }), entry);
      }
    } while (entry.again && !stopping.signal.aborted);
    active.delete(changeSetId);
  };

  const drive = async (changeSetId: string, entry: Active) => {
    let waits = 0;
    let callsSentBefore = -1;
    while (!stopping.signal.aborted) {
      const record = await findChangeSet(database, changeSetId);
      if (record === null || record.state === "finished") return;
      const halt = await goOverOnce(record);
      if (halt.kind === "stopping" || halt.kind === "blocked") return;
      if (halt.kind === "sign-in") {
        await setState(database, { changeSetId, state: "waiting-for-sign-in" });
        dependencies.onProgress(record, { applied: false });
        return;
      }
      if (halt.kind === "done" && (await finishIfDone(database, { changeSetId, at: clock.now() }))) {
        dependencies.onProgress(record, { applied: true });
        await wakeAll(record.owner);
        return;
      }
      // Doubts are sent again at once, since reading them back has taken its time; but never in a rush to nowhere.
      if (halt.kind === "done" && record.callsSent !== callsSentBefore) {
        waits = 0;
        callsSentBefore = record.callsSent;
        continue;
      }
      waits += 1;
      await setState(database, { changeSetId, state: "waiting-for-codearts" });
      dependencies.onProgress(record, { applied: false });
      const retryAfterMs = halt.kind === "wait" ? halt.retryAfterMs : null;
      await pause(backOffMs(waits, { retryAfterMs, fraction: random.fraction }), entry);
    }
  };

  const goOverOnce = async (record: ChangeSetRecord): Promise<Halt> => {
    const session = await dependencies.findSession(record.owner);
    // A cancelled job that sent nothing needs nobody to sign in.
    if (session === null) {
      return (await finishIfDone(database, { changeSetId: record.id, at: clock.now() }))
        ? { kind: "done" }
        : { kind: "sign-in" };
    }
    const job: Job = {
      record,
      upstream: dependencies.upstreamFor(session, record),
      database,
      clock,
      slots,
      signal: stopping.signal,
      halt: null,
      onProgress: (news) => dependencies.onProgress(record, news),
    };
    return goOver(job);
  };

  /** Waits, but not past a stop, nor past news of this change set. */
  const pause = async (delayMs: number, entry: Active) => {
    const signal = AbortSignal.any([stopping.signal, entry.interrupt.signal]);
    await clock.wait(delayMs, signal).catch(() => undefined);
    if (entry.interrupt.signal.aborted) entry.interrupt = new AbortController();
  };

  const wakeAll = async (owner?: Owner) => {
    const ids = await listUnfinishedIds(database, owner === undefined ? {} : { owner });
    for (const id of ids) wake(id);
  };

  let unsubscribe: () => void = () => undefined;
  return {
    start: async () => {
      unsubscribe = bus.subscribe((event) => {
        if (event.type !== "signed-in") return;
        wakeAll({ userId: event.userId, domainId: event.domainId }).catch(() => {
          log.error({ userId: event.userId }, "waiting jobs could not be taken up");
        });
      });
      await wakeAll();
    },
    wake,
    stop: async () => {
      unsubscribe();
      stopping.abort(new Error("The server is stopping"));
      await Promise.all([...active.values()].map((entry) => entry.ended));
    },
  };
}
