const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** A service that asks for more than this is asked again all the same. */
const LONGEST_RETRY_AFTER_MS = 120_000;

/**
 * How long to leave CodeArts alone: as long as it asked for, else longer each time, with jitter.
 * @param tries failures in a row, from 1
 */
export function backOffMs(tries: number, options: { retryAfterMs: number | null; fraction: () => number }): number {
  const grown = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries - 1, 10));
  const own = grown * (0.75 + options.fraction() / 4);
  if (options.retryAfterMs === null) return Math.round(own);
  return Math.round(Math.min(LONGEST_RETRY_AFTER_MS, Math.max(own, options.retryAfterMs)));
}
