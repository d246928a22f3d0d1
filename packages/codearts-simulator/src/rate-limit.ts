import type { RateLimit } from "./types.ts";

/** A token bucket for each caller. */
export type RateLimiter = { take: (caller: string) => boolean; clear: () => void };

export function createRateLimiter(limit: RateLimit, now: () => number): RateLimiter {
  const burst = limit.burst ?? Math.max(1, limit.callsPerSecond);
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take: (caller) => {
      const bucket = buckets.get(caller) ?? { left: burst, at: now() };
      const refilled = Math.min(burst, bucket.left + ((now() - bucket.at) / 1_000) * limit.callsPerSecond);
      const isAllowed = refilled >= 1;
      buckets.set(caller, { left: isAllowed ? refilled - 1 : refilled, at: now() });
      return isAllowed;
    },
    clear: () => buckets.clear(),
  };
}
