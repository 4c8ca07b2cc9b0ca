import { tzOffset } from '@date-fns/tz/tzOffset';
import { type CalendarDate, fromDayNumber, toDayNumber } from './calendar-date.ts';
import { minutesOfDay, type TimeOfDay } from './time-of-day.ts';
import type { TimeZone } from './time-zone.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The moment at which the clocks of a zone show a date and time, in milliseconds since 1970-01-01T00:00Z.
 * `clock` tells whether they show it once (`plain`), never (`skipped`) or twice (`repeated`) on that day.
 */
export type Instant = {
  readonly epochMilliseconds: number;
  readonly clock: 'plain' | 'skipped' | 'repeated';
};

/**
 * Finds the moment of a clinic-local date and time.
 *
 * Pure; the zone of the process plays no part. A time that the clocks skip in spring is read with the offset before the
 * change, so that it comes as much later as the clocks jump (02:30 in New York becomes 03:30). A time that they show twice
 * in autumn means the first one. Both are the rule of iCalendar (RFC 5545, section 3.3.5). An unknown zone throws a
 * `RangeError`; `TimeZone` tells beforehand.
 *
 * ```ts
 * instantOfWallTime('2026-03-08', '02:30', 'America/New_York')
 * //=> { epochMilliseconds: Date.UTC(2026, 2, 8, 7, 30), clock: 'skipped' }
 * ```
 */
export function instantOfWallTime(date: CalendarDate, time: TimeOfDay, zone: TimeZone): Instant {
  const asUtc = toDayNumber(date) * DAY + minutesOfDay(time) * MINUTE;
  // No zone is more than 14 hours from UTC, so a day to either side lies before and after any change on this day.
  const before = asUtc - offsetAt(zone, asUtc - DAY);
  const after = asUtc - offsetAt(zone, asUtc + DAY);
  const found = [before, after].filter((moment) => moment + offsetAt(zone, moment) === asUtc);
  const distinct = new Set(found);
  if (distinct.size === 0) return { epochMilliseconds: before, clock: 'skipped' };
  return { epochMilliseconds: Math.min(...found), clock: distinct.size === 1 ? 'plain' : 'repeated' };
}

/** The date and time that the clocks of a zone show at a moment; seconds are dropped. Pure. */
export function wallTimeOfInstant(
  epochMilliseconds: number,
  zone: TimeZone,
): { readonly date: CalendarDate; readonly time: TimeOfDay } {
  const local = epochMilliseconds + offsetAt(zone, epochMilliseconds);
  const day = Math.floor(local / DAY);
  const minutes = Math.floor((local - day * DAY) / MINUTE);
  const two = (value: number) => String(value).padStart(2, '0');
  return { date: fromDayNumber(day), time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

function offsetAt(zone: TimeZone, epochMilliseconds: number): number {
  const minutes = tzOffset(zone, new Date(epochMilliseconds));
  if (Number.isNaN(minutes)) throw new RangeError(`There is no time zone ${zone}.`);
  return Math.round(minutes * MINUTE);
}
