import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { SessionStore } from "./session-store.ts";

const SWEEP_EVERY_MS = 15_000;

/** Ends sessions when their time is up, so that open event streams end too, not only the next request. */
export function createSessionSweep({ sessions, clock, log }: { sessions: SessionStore; clock: Clock; log: Log }): {
  start: () => Promise<void>;
  stop: () => Promise<void>;
} {
  const stopping = new AbortController();
  let loop: Promise<void> = Promise.resolve();
  const run = async () => {
    while (!stopping.signal.aborted) {
      await clock.wait(SWEEP_EVERY_MS, stopping.signal, { isRound: true }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      await sessions.endExpired().catch(() => log.error({}, "ended sessions could not be removed"));
    }
  };
  return {
    start: async () => {
      await sessions.resealAll();
      await sessions.endExpired();
      loop = run();
    },
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}
