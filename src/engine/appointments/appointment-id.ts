import { z } from 'zod';
import { CalendarDate } from '../../curriculum/calendar-date.ts';

/**
 * The name of an appointment: the day for which it was first booked and a running number, `2026-03-02-3`. It stays the same where
 * the appointment is moved.
 */
export const AppointmentId = z
  .string()
  .refine(
    (text) => CalendarDate.safeParse(text.slice(0, 10)).success && /^-[1-9]\d{0,4}$/.test(text.slice(10)),
    'write an appointment as its day and number, for example 2026-03-02-3',
  );
export type AppointmentId = z.infer<typeof AppointmentId>;
