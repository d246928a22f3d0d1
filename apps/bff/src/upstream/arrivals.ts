/** Calls before which any may still prove quicker. */
const ENOUGH = 20;
/** How long the quickest call is remembered, and in what steps. */
const REMEMBERED_MS = 5 * 60_000;
const STEP_MS = 10_000;
/** A clock that tells whole milliseconds may be late by one. */
const CLOCK_STEP_MS = 1;

type Step = { startedAt: number; quickestMs: number };

/**
 * Tells by when a call had surely arrived at CodeArts, from when it was answered: the answer to no call is ready and
 * back in less time than the quickest of late took altogether. What a call took beyond that may have passed before it
 * arrived. The quickest is remembered for minutes, since a busy minute may hold no quick one.
 */
export function createArrivals(): (call: { sentAt: number; answeredAt: number }) => number {
  let steps: Step[] = [];
  let calls = 0;
  return ({ sentAt, answeredAt }) => {
    const tookMs = Math.max(0, answeredAt - sentAt);
    calls += 1;
    const latest = steps.at(-1);
    if (latest !== undefined && answeredAt - latest.startedAt < STEP_MS) {
      latest.quickestMs = Math.min(latest.quickestMs, tookMs);
    } else {
      steps = steps.filter(({ startedAt }) => answeredAt - startedAt < REMEMBERED_MS);
      steps.push({ startedAt: answeredAt, quickestMs: tookMs });
    }
    const quickestMs = calls < ENOUGH ? 0 : Math.min(...steps.map((step) => step.quickestMs));
    return answeredAt - quickestMs + CLOCK_STEP_MS;
  };
}
