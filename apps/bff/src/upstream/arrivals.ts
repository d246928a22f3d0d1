/** Calls of which the quickest is looked for; with fewer than some, any may still prove quicker. */
const REMEMBERED = 500;
const ENOUGH = 20;
/** A clock that tells whole milliseconds may be late by one. */
const CLOCK_STEP_MS = 1;

/**
 * Tells by when a call had surely arrived at CodeArts, from when it was answered: the answer to no call is ready and
 * back in less time than the quickest of late took altogether. What a call took beyond that may have passed before it
 * arrived.
 */
export function createArrivals(): (call: { sentAt: number; answeredAt: number }) => number {
  const tookMs: number[] = [];
  return ({ sentAt, answeredAt }) => {
    tookMs.push(Math.max(0, answeredAt - sentAt));
    if (tookMs.length > REMEMBERED) tookMs.shift();
    const quickestMs = tookMs.length < ENOUGH ? 0 : Math.min(...tookMs);
    return answeredAt - quickestMs + CLOCK_STEP_MS;
  };
}
