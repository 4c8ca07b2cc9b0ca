/** Counts requests of one caller; gives the seconds to wait, 0 where the request may go on. */
export type RateLimiter = { take(caller: string, now: number): number };

/**
 * Makes a limiter in memory: a bucket for each caller that holds `burst` requests and fills by `perSecond`.
 *
 * `now` is in milliseconds. The callers that were not heard of for longest are forgotten beyond 10,000 of them.
 */
export function createRateLimiter(limits: {
  readonly burst: number;
  readonly perSecond: number;
}): RateLimiter {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take: (caller, now) => {
      const bucket = buckets.get(caller) ?? { left: limits.burst, at: now };
      buckets.delete(caller);
      const filled = Math.min(
        limits.burst,
        bucket.left + (Math.max(0, now - bucket.at) / 1000) * limits.perSecond,
      );
      const left = filled >= 1 ? filled - 1 : filled;
      buckets.set(caller, { left, at: now });
      const oldest = buckets.keys().next().value;
      if (buckets.size > 10_000 && oldest !== undefined) buckets.delete(oldest);
      return filled >= 1 ? 0 : Math.max(1, Math.ceil((1 - filled) / limits.perSecond));
    },
  };
}
