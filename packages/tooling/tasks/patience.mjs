/**
 * Limits for tests that start processes, pages or a whole server. They end what hangs and judge no speed: a busy
 * machine of two cores takes ten times as long as a quiet one, and a test is red for what is wrong, not for that.
 */
export const patience = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 90_000 } },
};

/** Of databases that recover and processes that start one after another. */
export const patienceWithProcesses = { ...patience, hookTimeout: 300_000, expect: { poll: { timeout: 300_000 } } };
