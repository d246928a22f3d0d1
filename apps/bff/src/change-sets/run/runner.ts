import type { Bus } from "../../bus.ts";
import { describeError } from "../../describe-error.ts";
import type { Log } from "../../log.ts";
import type { Owner } from "../../session/session.ts";
import { claimLease, LeaseLostError, listClaimable, releaseLease } from "../ledger/lease.ts";
import { findChangeSet } from "../ledger/read.ts";
import { drive, type DriveDependencies } from "./drive.ts";
import { keepLease } from "./keep-lease.ts";
import { isSameOwner } from "../to-change-set.ts";

type RunnerDependencies = DriveDependencies & {
  log: Log;
  bus: Bus;
};

/** Works change sets off from the ledger, with every other process on the store; what it holds in memory can be lost. */
type Runner = {
  /** From now on takes up what nobody works off. */
  start: () => Promise<void>;
  /** Takes up a new change set here, where its early look is. */
  begin: (changeSetId: string) => void;
  /** Every process looks at a change set now, since a person ordered something. */
  wake: (changeSetId: string) => void;
  /** Claims nothing more; resolves when what was sent has been read back, or is left to others or the next start. */
  stop: () => Promise<void>;
};

type Active = { again: boolean; interrupt: AbortController; ended: Promise<void> };

/** After a failure of ours or of the store: it must be over some seconds after the store is back. */
const AFTER_FAILURE_MS = [250, 500, 1_000, 2_000] as const;
/** What cannot go on for now is looked at again after so many looks, for the case that the news of it was lost. */
const LOOKS_OF_REST = 3;
/** The embedded store has one holder, who takes his own up again after a crash without waiting for the lease's end. */
const EMBEDDED_HOLDER = "embedded";

export function createRunner(dependencies: RunnerDependencies): Runner {
  const { store, clock, random, log, bus, times } = dependencies;
  const holder = store.kind === "sqlite" ? EMBEDDED_HOLDER : random.uuid();
  const stopping = new AbortController();
  const active = new Map<string, Active>();
  /** Until when a look passes over a change set; monotonic. */
  const rests = new Map<string, number>();
  /** Taken by this process, which could not give them back: no crash. */
  const kept = new Set<string>();

  const takeUp = (changeSetId: string) => {
    if (stopping.signal.aborted) return;
    const running = active.get(changeSetId);
    if (running !== undefined) {
      running.again = true;
      running.interrupt.abort();
      return;
    }
    rests.delete(changeSetId);
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
        await driveOnce(changeSetId, entry);
        failures = 0;
      } catch (error) {
        if (error instanceof LeaseLostError) {
          log.warn({ changeSetId }, "another process took a job over");
          continue;
        }
        log.error({ changeSetId, ...describeError(error) }, "a job failed and starts over");
        entry.again = true;
        await pause(AFTER_FAILURE_MS[failures] ?? AFTER_FAILURE_MS[3], { signal: stopping.signal, entry });
        failures += 1;
      }
    } while (entry.again && !stopping.signal.aborted);
    active.delete(changeSetId);
  };

  const driveOnce = async (changeSetId: string, entry: Active) => {
    const { leaseMs } = times;
    const key = await claimLease(store, { changeSetId, holder, leaseMs, isCrash: !kept.has(changeSetId) });
    if (key === null) return;
    kept.add(changeSetId);
    const record = await findChangeSet(store.database, changeSetId);
    if (record === null) return;
    const onOrder = () => takeUp(changeSetId);
    const lease = keepLease(store, { key, times, state: record.state, onOrder });
    const signal = AbortSignal.any([stopping.signal, lease.lost]);
    try {
      const end = await drive(dependencies, {
        key,
        signal,
        pause: (delayMs) => pause(delayMs, { signal, entry }),
      });
      if (end === "finished") kept.delete(changeSetId);
      else await release();
      if (end === "finished") await wakeNext(record.owner);
      else rests.set(changeSetId, performance.now() + LOOKS_OF_REST * times.lookMs);
    } catch (error) {
      if (error instanceof LeaseLostError) kept.delete(changeSetId);
      throw error;
    } finally {
      lease.stop();
    }

    async function release() {
      if (key === null) return;
      await releaseLease(store.database, key);
      kept.delete(changeSetId);
    }
  };

  /** Waits, but not past a stop, nor past news of this change set. */
  const pause = async (delayMs: number, { signal, entry }: { signal: AbortSignal; entry: Active }) => {
    await clock.wait(delayMs, AbortSignal.any([signal, entry.interrupt.signal])).catch(() => undefined);
    if (entry.interrupt.signal.aborted) entry.interrupt = new AbortController();
  };

  const wake = (changeSetId: string) => store.channel.publish("wake", { changeSetId });

  const listOf = async (owner: Owner) => {
    const claimable = await listClaimable(store, { holder });
    return claimable.filter((each) => isSameOwner(each.owner, owner)).map(({ id }) => id);
  };

  /** What a finished change set held up may go on, here or elsewhere. */
  const wakeNext = async (owner: Owner) => {
    for (const id of await listOf(owner)) if (!active.has(id)) wake(id);
  };

  const takeUpAll = async (owner: Owner) => {
    for (const id of await listOf(owner)) takeUp(id);
  };

  const look = async () => {
    for (const { id, state, owner } of await listClaimable(store, { holder })) {
      if (active.has(id) || (rests.get(id) ?? 0) > performance.now()) continue;
      if (state === "waiting-for-sign-in" && (await dependencies.findSession(owner)) === null) continue;
      takeUp(id);
    }
  };

  let isLooking = false;
  let isStoreGone = false;
  const lookQuietly = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      await look();
      isStoreGone = false;
    } catch (error) {
      if (!isStoreGone) log.error(describeError(error), "jobs could not be looked for");
      isStoreGone = true;
    } finally {
      isLooking = false;
    }
  };

  const endings: (() => void)[] = [];
  return {
    start: async () => {
      const { channel } = store;
      endings.push(
        channel.subscribe("wake", ({ changeSetId }) => {
          if (typeof changeSetId === "string") takeUp(changeSetId);
        }),
        channel.onGap(() => void lookQuietly()),
        bus.subscribe((event) => {
          if (event.type !== "signed-in") return;
          const owner = { userId: event.userId, domainId: event.domainId };
          takeUpAll(owner).catch((error: unknown) => {
            log.error(describeError(error), "waiting jobs could not be taken up");
          });
        }),
      );
      const timer = setInterval(() => void lookQuietly(), times.lookMs);
      timer.unref();
      endings.push(() => clearInterval(timer));
      await lookQuietly();
    },
    begin: takeUp,
    wake,
    stop: async () => {
      for (const end of endings.splice(0)) end();
      stopping.abort(new Error("The server is stopping"));
      const left = [...active.keys()];
      await Promise.all([...active.values()].map((entry) => entry.ended));
      for (const changeSetId of left) wake(changeSetId);
    },
  };
}
