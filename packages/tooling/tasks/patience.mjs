/**
 * Limits for tests that start processes, pages or a whole server. They end what hangs and judge no speed: a busy
 * machine of two cores takes ten times as long as a quiet one, and a test is red for what is wrong, not for that.
 */
export const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
};
