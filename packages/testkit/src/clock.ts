/** A clock that stands still until it is told to go on. */
export type TestClock = { now: () => number; advanceBy: (durationMs: number) => void };

export function createTestClock(startMs: number): TestClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advanceBy: (durationMs) => {
      nowMs += durationMs;
    },
  };
}
