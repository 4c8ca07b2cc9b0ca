import type { Clock } from './engine/clock.ts';

/** The present, with the calendar day of a time zone (IANA name; the machine's own unless given). */
export function createSystemClock(timeZone?: string): Clock {
  return { today: timeZone ? dayIn(timeZone) : ownDay, now: () => new Date().toISOString() };
}

function dayIn(timeZone: string): () => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return () => format.format(new Date());
}

/** Without Intl, whose first use costs a short process 30 ms. */
function ownDay(): string {
  const now = new Date();
  const digits = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return [String(now.getFullYear()).padStart(4, '0'), ...digits].join('-');
}
