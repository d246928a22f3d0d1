/** Estimates that differ by less leave a countdown alone. */
const TOLERANCE_MS = 3_000;
const TOLERANCE_PART = 0.15;
/** How far a countdown goes towards an estimate that differs by more. */
const EASE = 0.3;

/**
 * When something ends, for a countdown that does not jump: small differences of the estimates are passed over, large
 * ones are followed little by little.
 * @param shownEnd what the countdown goes by so far; null = it has not begun. Instants in epoch milliseconds.
 */
export function steadyEnd(shownEnd: number | null, estimate: { remainingMs: number; now: number }): number {
  const estimatedEnd = estimate.now + estimate.remainingMs;
  if (shownEnd === null) return estimatedEnd;
  const difference = estimatedEnd - shownEnd;
  const tolerance = Math.max(TOLERANCE_MS, (shownEnd - estimate.now) * TOLERANCE_PART);
  return Math.abs(difference) <= tolerance ? shownEnd : shownEnd + difference * EASE;
}
