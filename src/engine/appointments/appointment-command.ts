import { z } from 'zod';
import { CalendarDate } from '../../curriculum/calendar-date.ts';
import { TimeZone } from '../../curriculum/time-zone.ts';
import { EpisodeId } from '../command.ts';
import { APPOINTMENT_PLACE, APPOINTMENT_PURPOSE } from './appointment-event.ts';
import { AppointmentId } from './appointment-id.ts';

const name = z.string().min(1).max(200);
const reason = z.string().min(1).max(4000);
const general = {
  on: CalendarDate.optional().describe('the day on which it was said; today unless given'),
  by: name.optional().describe('who says so'),
  key: name.optional().describe('idempotency key: the same key again gives the first answer'),
};
const override = reason
  .optional()
  .describe('why the counselor or the room is booked twice; a patient never is');
const about = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), appointment: AppointmentId, ...general, ...shape });

/** A command about an appointment of a patient with a counselor, alone or with those close to him. */
export const AppointmentCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('BookAppointment'),
    episode: EpisodeId,
    ...general,
    ...APPOINTMENT_PLACE,
    counselor: name.optional().describe("the patient's own unless given"),
    minutes: APPOINTMENT_PLACE.minutes.optional().describe('those of the track unless given, else 60'),
    ...APPOINTMENT_PURPOSE,
    kind: APPOINTMENT_PURPOSE.kind.optional().describe('individual unless given'),
    site: name.optional().describe("the patient's own unless given"),
    timeZone: TimeZone.optional().describe('that of the groups of the site unless given'),
    override,
  }),
  about('MoveAppointment', {
    date: APPOINTMENT_PLACE.date.optional(),
    start: APPOINTMENT_PLACE.start.optional(),
    minutes: APPOINTMENT_PLACE.minutes.optional(),
    counselor: APPOINTMENT_PLACE.counselor.optional(),
    place: APPOINTMENT_PLACE.place,
    reason,
    override,
  }),
  about('CancelAppointment', {
    cancelledBy: z.enum(['patient', 'clinic']).optional().describe('clinic unless given'),
    reason,
    late: z.boolean().optional().describe('too late by the rules of the clinic: it counts as missed'),
    excused: z.boolean().optional().describe('with late: it counts as excused'),
  }),
  about('KeepAppointment', {
    status: z.enum(['attended', 'late', 'left-early']).optional().describe('attended unless given'),
    minutes: z.int().min(0).max(1440).optional().describe('how long it was, where that differs'),
    session: z
      .int()
      .min(1)
      .optional()
      .describe('the session held; the one booked, or the next, unless given'),
    makeUp: z.boolean().optional().describe('the session counts as made up'),
    guests: z.int().min(0).max(50).optional().describe('who came with the patient, counted'),
  }),
  about('MissAppointment', {
    excused: z.boolean().optional().describe('with a reason'),
    reason: reason.optional(),
  }),
  about('ReopenAppointment', { reason }),
]);
export type AppointmentCommand = z.infer<typeof AppointmentCommand>;
/** The command of one name. */
export type AppointmentCommandOf<Type extends AppointmentCommand['type']> = Extract<
  AppointmentCommand,
  { type: Type }
>;
