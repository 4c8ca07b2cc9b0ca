import { z } from 'zod';
import { CalendarDate } from '../../curriculum/calendar-date.ts';
import { Identifier } from '../../curriculum/identifier.ts';
import { TimeOfDay } from '../../curriculum/time-of-day.ts';
import { TimeZone } from '../../curriculum/time-zone.ts';
import { AttendanceStatus } from '../../program/episode-event.ts';
import { EpisodeId } from '../command.ts';
import { AppointmentId } from './appointment-id.ts';

const name = z.string().min(1).max(200);
const reason = z.string().min(1).max(4000);
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), on: CalendarDate, by: name, appointment: AppointmentId, ...shape });

/** With whom an appointment is: the patient alone, the patient and one close to him, or his family. */
export const AppointmentKind = z.enum(['individual', 'conjoint', 'family']);
export type AppointmentKind = z.infer<typeof AppointmentKind>;

/** When and where an appointment is, and with whom of the staff. */
export const APPOINTMENT_PLACE = {
  date: CalendarDate,
  start: TimeOfDay,
  minutes: z.int().min(1).max(720),
  counselor: name,
  place: name.optional().describe('the room; two things at once in one room of a site are refused'),
} as const;

/** What is booked, apart from when and where. */
export const APPOINTMENT_PURPOSE = {
  kind: AppointmentKind,
  track: Identifier.optional().describe('the track in which it counts'),
  session: z.int().min(1).optional().describe('the session that is to be held'),
} as const;

/**
 * An event of a day's stream of appointments, `appointments:2026-03-02`. It names patients by their episodes alone. What is told of an
 * appointment stands in the stream of the day for which it was first booked; the stream of a day to which it was moved names it.
 */
export const AppointmentEvent = z.discriminatedUnion('type', [
  event('AppointmentBooked', {
    episode: EpisodeId,
    ...APPOINTMENT_PLACE,
    ...APPOINTMENT_PURPOSE,
    site: name,
    timeZone: TimeZone,
    override: reason.optional().describe('why somebody or a room was booked twice'),
  }),
  event('AppointmentMoved', {
    ...APPOINTMENT_PLACE,
    reason,
    override: reason.optional(),
  }),
  event('AppointmentExpected', {}),
  event('AppointmentCancelled', {
    cancelledBy: z.enum(['patient', 'clinic']),
    reason,
    late: z.boolean(),
    fact: z.int().min(1).optional().describe('what a late cancellation is in the episode'),
  }),
  event('AppointmentKept', {
    fact: z.int().min(1).describe('the attendance or the note in the episode'),
    status: AttendanceStatus,
    guests: z.int().min(0),
  }),
  event('AppointmentMissed', { fact: z.int().min(1), reason: reason.optional() }),
  event('AppointmentReopened', { reason }),
]);
export type AppointmentEvent = z.infer<typeof AppointmentEvent>;
