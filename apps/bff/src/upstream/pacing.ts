/**
 * How far sending is held back after CodeArts said "too often" or "busy": additive increase, multiplicative decrease.
 * Only the last cut is kept, and what it means now follows from the time, so that replicas agree without talking.
 */
export type Pacing = {
  /** When the last cut was made; refusals of calls that had left before it tell nothing new. */
  cutAt: number;
  /** Jobs send nothing until then. */
  heldUntil: number;
  /** Calls a second and at once from then on, before they grow again. */
  ratePerSecond: number;
  concurrency: number;
  /** The rate at which CodeArts refused: approached fast, passed slowly. */
  refusedAtRate: number;
};

export type Bounds = { ratePerSecond: number; concurrency: number };

export type Refusal = {
  now: number;
  /** When the refused call left. */
  sentAt: number;
  /** What CodeArts asked for; null where it named no time. */
  retryAfterMs: number | null;
  /** Calls that left in the second before, and that are under way. */
  recentCalls: number;
  underWay: number;
};

const DEFAULT_HOLD_MS = 1_000;
/** A service that asks for more than this is asked again all the same. */
const LONGEST_HOLD_MS = 120_000;
const SLOWEST_PER_SECOND = 1;
/** Never cut below this share of the operator's rate by a refusal that came while hardly anything was sent. */
const QUIET_SHARE = 0.125;
/** Of the rate that was refused, a second: back to nine tenths in ten seconds, then carefully past it. */
const FAST_GROWTH = 0.04;
const NEAR = 0.9;
const CAREFUL_GROWTH = 0.01;
/** Of the operator's rate, a second and second: a ceiling that was only a bad moment is left behind within a minute. */
const BOLDER_GROWTH = 0.0005;

/** Halves what was being sent, once for all calls that were on their way together. */
export function cutPace(pacing: Pacing | null, { refusal, bounds }: { refusal: Refusal; bounds: Bounds }): Pacing {
  const { now, sentAt, retryAfterMs, recentCalls, underWay } = refusal;
  const heldUntil = now + Math.min(retryAfterMs ?? DEFAULT_HOLD_MS, LONGEST_HOLD_MS);
  if (pacing !== null && sentAt <= pacing.cutAt) {
    return { ...pacing, heldUntil: Math.max(pacing.heldUntil, retryAfterMs === null ? 0 : heldUntil) };
  }
  const used = Math.max(recentCalls, bounds.ratePerSecond * QUIET_SHARE, SLOWEST_PER_SECOND);
  const refusedAtRate = Math.min(rateNow(pacing, { now, bounds }), used);
  return {
    cutAt: now,
    heldUntil: Math.max(pacing?.heldUntil ?? 0, heldUntil),
    ratePerSecond: Math.max(refusedAtRate / 2, Math.min(SLOWEST_PER_SECOND, bounds.ratePerSecond)),
    concurrency: Math.max(1, Math.floor(Math.min(underWay, concurrencyNow(pacing, { now, bounds })) / 2)),
    refusedAtRate,
  };
}

type At = { now: number; bounds: Bounds };

/** Calls a second that may leave now. */
export function rateNow(pacing: Pacing | null, { now, bounds }: At): number {
  if (pacing === null) return bounds.ratePerSecond;
  const { ratePerSecond, refusedAtRate } = pacing;
  const seconds = Math.max(0, now - pacing.heldUntil) / 1000;
  const near = refusedAtRate * NEAR;
  const secondsToNear = Math.max(0, near - ratePerSecond) / (refusedAtRate * FAST_GROWTH);
  const beyond = Math.max(0, seconds - secondsToNear);
  const grown =
    beyond === 0
      ? ratePerSecond + refusedAtRate * FAST_GROWTH * seconds
      : Math.max(near, ratePerSecond) +
        refusedAtRate * CAREFUL_GROWTH * beyond +
        bounds.ratePerSecond * BOLDER_GROWTH * beyond ** 2;
  return Math.min(bounds.ratePerSecond, grown);
}

/** Calls that may be under way at once now: one more each second. */
export function concurrencyNow(pacing: Pacing | null, { now, bounds }: At): number {
  if (pacing === null) return bounds.concurrency;
  const seconds = Math.floor(Math.max(0, now - pacing.heldUntil) / 1000);
  return Math.min(bounds.concurrency, pacing.concurrency + seconds);
}

/** Whether it still sends less than the operator allows. */
export function isHeldBack(pacing: Pacing | null, at: At): boolean {
  return pacing !== null && (at.now < pacing.heldUntil || rateNow(pacing, at) < at.bounds.ratePerSecond);
}
