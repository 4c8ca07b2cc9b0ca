import type { Clock } from './engine/clock.ts';

/** The present, with the calendar day of a time zone (IANA name; the machine's own unless given). */
export function createSystemClock(timeZone?: string): Clock {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...(timeZone ? { timeZone } : {}),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return { today: () => format.format(new Date()), now: () => new Date().toISOString() };
}
