import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import type { Log } from "../../log.ts";
import { purgeStep } from "./purge.ts";

const SWEEP_EVERY_MS = 60 * 60_000;
/** Between two steps people's requests get their turn. */
const REST_MS = 20;

/** Forgets what is older than it is kept, in the background and bit by bit. */
export function createRetention({ database, clock, log }: { database: Database; clock: Clock; log: Log }): {
  start: () => void;
  stop: () => Promise<void>;
} {
  const stopping = new AbortController();
  const { signal } = stopping;
  let loop: Promise<void> = Promise.resolve();
  const sweep = async () => {
    while (await purgeStep(database, { now: clock.now() })) await clock.wait(REST_MS, signal);
  };
  const run = async () => {
    while (!signal.aborted) {
      await sweep().catch(() => {
        if (!signal.aborted) log.error({}, "old change sets could not be purged");
      });
      await clock.wait(SWEEP_EVERY_MS, signal, { isRound: true }).catch(() => undefined);
    }
  };
  return {
    start: () => {
      loop = run();
    },
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}
