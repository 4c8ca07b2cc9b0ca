import { z } from 'zod';
import { CalendarDate } from '../../curriculum/calendar-date.ts';
import { TimeOfDay } from '../../curriculum/time-of-day.ts';

/**
 * The name of a meeting within its group: the date and time at which the calendar has it, `2026-03-02T18:00`, on the clocks of the
 * site. It stays the same where the meeting is moved.
 */
export const MeetingKey = z
  .string()
  .refine(
    (text) => CalendarDate.safeParse(text.slice(0, 10)).success && text[10] === 'T' && isTime(text.slice(11)),
    'write a meeting as date and time, for example 2026-03-02T18:00',
  );
export type MeetingKey = z.infer<typeof MeetingKey>;

function isTime(text: string): boolean {
  return TimeOfDay.safeParse(text).success;
}
