import type { Clock } from "../clock.ts";
import type { Database } from "../database/schema.ts";
import type { LiveFeed } from "../live/live-feed.ts";
import type { Log } from "../log.ts";
import { findChangeSet } from "./ledger/read.ts";
import type { ChangeSetRecord } from "./ledger/records.ts";

/** Five events a second for one change set, whatever happens to it. */
const BETWEEN_EVENTS_MS = 200;
/** Readers answer `plan-changed` by reading the plan anew, which is dear. */
const BETWEEN_PLAN_EVENTS_MS = 1_500;

type ProgressFeed = {
  /** The ledger learnt something of a change set; `applied`: perhaps items changed upstream. */
  note: (changeSetId: string, news: { applied: boolean }) => void;
};

type Pending = { isDirty: boolean; applied: boolean; planToldAt: number };

/** Tells live readers how change sets go: always from the ledger, so never ahead of it, and one at a time, so never back. */
export function createProgressFeed(options: {
  database: Database;
  clock: Clock;
  feed: LiveFeed;
  log: Log;
}): ProgressFeed {
  const { database, clock, feed, log } = options;
  const pending = new Map<string, Pending>();

  const tell = async (changeSetId: string, state: Pending) => {
    const record = await findChangeSet(database, changeSetId);
    if (record === null) return;
    const { owner, projectId, planId } = record;
    feed.publish({
      owner,
      projectId,
      subject: { kind: "change-set", changeSetId },
    });
    if (!state.applied || !isPlanDue(record, state)) return;
    state.applied = false;
    state.planToldAt = clock.now();
    feed.publish({
      owner,
      projectId,
      subject: { kind: "plan", planId },
    });
  };

  const isPlanDue = (record: ChangeSetRecord, state: Pending) =>
    record.state === "finished" || clock.now() - state.planToldAt >= BETWEEN_PLAN_EVENTS_MS;

  const keepTelling = async (changeSetId: string, state: Pending) => {
    while (state.isDirty) {
      await clock.wait(BETWEEN_EVENTS_MS);
      state.isDirty = false;
      await tell(changeSetId, state);
    }
    pending.delete(changeSetId);
  };

  return {
    note: (changeSetId, { applied }) => {
      const known = pending.get(changeSetId);
      if (known !== undefined) {
        known.isDirty = true;
        known.applied ||= applied;
        return;
      }
      const state: Pending = { isDirty: true, applied, planToldAt: 0 };
      pending.set(changeSetId, state);
      keepTelling(changeSetId, state).catch(() => {
        pending.delete(changeSetId);
        log.error({ changeSetId }, "progress could not be told");
      });
    },
  };
}
