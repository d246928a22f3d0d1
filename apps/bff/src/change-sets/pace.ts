const FIRST_GUESS_MS = 150;
/** Weight of the newest call in the running mean. */
const NEWEST = 0.1;

/** How long write calls take of late, for estimates. */
export type Pace = {
  note: (durationMs: number) => void;
  /** Time for so many write calls, with their fresh reads and read-backs. */
  estimateMs: (calls: number) => number;
};

export function createPace(options: { concurrency: number }): Pace {
  let meanMs = FIRST_GUESS_MS;
  return {
    note: (durationMs) => {
      meanMs += (durationMs - meanMs) * NEWEST;
    },
    // One read before and one after, and the calls in rounds of as many as go at once.
    estimateMs: (calls) => (calls === 0 ? 0 : Math.round((Math.ceil(calls / options.concurrency) + 2) * meanMs)),
  };
}
