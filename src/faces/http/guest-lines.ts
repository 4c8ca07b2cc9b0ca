import { createRateLimiter } from './rate-limiter.ts';

/** Says which refusals of guests become lines of the log. */
export type GuestLines = {
  /** Whether this one is written, and if so how many were left out since the last line; `now` is in milliseconds. */
  take(address: string, now: number): { readonly write: boolean; readonly left: number };
};

/** Lines that an address may write at once, and how many a second after that: six an hour. */
const LINES = { burst: 20, perSecond: 1 / 600 };
/** The same for all addresses together, of which somebody may have many: sixty an hour. */
const ALL = { burst: 1000, perSecond: 1 / 60 };

/** The log is never shortened, so that somebody who has not signed in must not make it grow without end. */
export function createGuestLines(): GuestLines {
  const limiter = createRateLimiter(LINES);
  const together = createRateLimiter(ALL);
  let left = 0;
  return {
    take: (address, now) => {
      if (limiter.take(address, now) > 0 || together.take('all', now) > 0) {
        left += 1;
        return { write: false, left };
      }
      const before = left;
      left = 0;
      return { write: true, left: before };
    },
  };
}
