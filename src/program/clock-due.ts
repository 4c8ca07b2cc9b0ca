import { fromDayNumber } from '../curriculum/calendar-date.ts';
import type { Clock } from '../curriculum/duration.ts';
import { clockArithmetic, clockDays, clockReaches } from './clock-days.ts';
import type { EpisodeContext } from './episode-context.ts';
import { expectedMeetings } from './expected-meetings.ts';
import type { Plan } from './plan.ts';

/** A day on which something is due, and how it follows from its clock. */
export type ClockDue = { readonly day: number; readonly because: string | null };

const AHEAD = 92;

/**
 * The day on which a clock will have run so many days since `from`, for work that is due by then. Pure. Of days of service it is the
 * day of the last of them; while they have not all been, the day on which it comes if the patient comes to each
 * meeting that he is expected at. Null while nothing says: in an open leave, or where no meetings are expected.
 */
export function clockDue(
  plan: Plan,
  context: EpisodeContext,
  clock: Clock,
  from: number,
  days: number,
): ClockDue | null {
  if (clock !== 'attended') {
    const day = clockReaches(context, clock, from, days);
    return day === null ? null : { day, because: clockArithmetic(context, clock, from, days) };
  }
  const had = context.attendedDates.filter((day) => day >= from);
  const last = days === 0 ? from : had[days - 1];
  const said = (day: number, words: string) => ({
    day,
    because: `${days} days of service from ${fromDayNumber(from)}${words}: ${fromDayNumber(day)}`,
  });
  if (last !== undefined) return said(last, '');
  const today = context.today ?? from;
  let missing = days - clockDays(context, clock, from, today);
  const begin = had.at(-1) === today ? today + 1 : today;
  for (let day = begin; day < begin + AHEAD; day += 1) {
    if (expectedMeetings(plan, context, day).length === 0) continue;
    missing -= 1;
    if (missing === 0) return said(day, `, ${had.length} so far and the others as they are expected`);
  }
  return null;
}
