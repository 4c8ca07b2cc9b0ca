import { addDays, type CalendarDate } from '../../curriculum/calendar-date.ts';
import { createSystemClock } from '../../system-clock.ts';
import { checkDate } from './check-moment.ts';

/** The days that --from and --to name: from today on, and so many days, unless they say otherwise. */
export async function daysFrom(
  options: { readonly from?: string; readonly to?: string; readonly today?: string },
  days: number,
): Promise<{ from: CalendarDate; to: CalendarDate }> {
  const today = (await checkDate(options.today, '--today')) ?? createSystemClock().today();
  const from = (await checkDate(options.from, '--from')) ?? today;
  return { from, to: (await checkDate(options.to, '--to')) ?? addDays(from, days - 1) };
}
