import type { GroupRefusalCode } from '../groups/group-outcome.ts';
import type { Outcome } from '../outcome.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import type { Appointment } from './appointment.ts';

/** Why something about an appointment is not allowed now. */
export type AppointmentRefusalCode =
  | RefusalCode
  | Extract<GroupRefusalCode, 'unknown-episode' | 'double-booked' | 'dates-contradict' | 'in-the-future'>
  | 'unknown-appointment'
  | 'appointment-closed'
  | 'appointment-open'
  | 'no-such-time'
  | 'counselor-needed'
  | 'site-needed'
  | 'time-zone-needed'
  | 'track-needed';

/** A command about an appointment that is not allowed now. The message is for a counselor. */
export type AppointmentRefusal = Omit<Refusal, 'code'> & { readonly code: AppointmentRefusalCode };

/** The answer to a command about an appointment: how it stands now and what it led to in the episode, or why it was refused. */
export type AppointmentOutcome =
  | {
      readonly accepted: true;
      readonly appointment: Appointment;
      /** The attendance, or the note, that was recorded in the patient's episode in the same transaction; null where none was. */
      readonly recorded: Extract<Outcome, { accepted: true }> | null;
      /** Bookings that stand in the way and were overridden, in words. */
      readonly warnings: readonly string[];
      readonly repeated: boolean;
    }
  | { readonly accepted: false; readonly refusal: AppointmentRefusal };
