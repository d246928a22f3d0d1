import type { OperationName } from "@gantry/codearts-client";
import type { CallLimit } from "./call-limit.ts";
import type { Learned } from "./learned.ts";
import type { Turns } from "./turns.ts";

/** How fast CodeArts may be called at the moment, and what waits for it. */
export type UpstreamPace = {
  ratePerSecond: () => number;
  /** Calls of jobs that may be under way at once. */
  jobConcurrency: () => number;
  /** How long a call of this operation took of late, what it commits before included; null before the first. */
  callMs: (operation: OperationName) => number | null;
  /** Rows that the service gives in a page, as far as is known. */
  pageSize: Learned["pageSize"];
  /** Whether a plan's items are had from v2 alone. */
  looksAtPlan: Learned["looksAtPlan"];
  /** A job still has to make so many calls: the one with the fewest goes first. 0 = it is over for now. */
  expect: (job: string, calls: number) => void;
  /** Calls that each job of this process still has to make. */
  expected: () => ReadonlyMap<string, number>;
  /** Until when jobs send nothing because CodeArts asked for it, epoch ms; null when they may send. */
  heldUntil: () => number | null;
  /** Hears when jobs begin to be held back. Returns the function that ends the subscription. */
  onHeld: (listener: () => void) => () => void;
};

/** Weight of the newest call in the running mean. */
const NEWEST = 0.1;

type PaceBook = UpstreamPace & {
  noteCall: (operation: OperationName, durationMs: number) => void;
  noteHeld: () => void;
};

export function createUpstreamPace({
  turns,
  limit,
  learned,
}: {
  turns: Turns;
  limit: CallLimit;
  learned: Learned;
}): PaceBook {
  const means = new Map<OperationName, number>();
  const listeners = new Set<() => void>();
  return {
    ratePerSecond: turns.ratePerSecond,
    jobConcurrency: () => Math.max(1, turns.concurrency() - 1),
    callMs: (operation) => means.get(operation) ?? null,
    pageSize: learned.pageSize,
    looksAtPlan: learned.looksAtPlan,
    expect: limit.expect,
    expected: limit.expected,
    heldUntil: turns.heldUntil,
    onHeld: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    noteCall: (operation, durationMs) => {
      const mean = means.get(operation);
      means.set(operation, mean === undefined ? durationMs : mean + (durationMs - mean) * NEWEST);
    },
    noteHeld: () => {
      for (const listener of listeners) listener();
    },
  };
}
