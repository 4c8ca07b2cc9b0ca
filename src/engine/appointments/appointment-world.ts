import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import type { TimeZone } from '../../curriculum/time-zone.ts';
import type { Command } from '../command.ts';
import type { Episode } from '../episode.ts';
import type { GroupReader } from '../groups/group-reader.ts';
import type { Outcome } from '../outcome.ts';
import type { StreamWrite } from '../write-stream.ts';
import type { Appointment } from './appointment.ts';
import type { AppointmentRefusal } from './appointment-outcome.ts';
import type { AppointmentReader } from './appointment-reader.ts';

/** What a command about an appointment is decided with. */
export type AppointmentWorld = {
  readonly appointments: AppointmentReader;
  readonly groups: GroupReader;
  readonly today: CalendarDate;
  readonly by: string;
  /** The zone of the clinic; that of a site's groups goes before it. */
  readonly timeZone: TimeZone | null;
  readonly read: (episode: string) => Promise<Episode | null>;
  readonly decide: (commands: readonly Command[]) => Promise<Outcome[]>;
};

/** What a command about an appointment comes to: how it stands afterwards and what is to be written, or why it is refused. */
export type AppointmentDecision =
  | {
      readonly appointment: Appointment;
      readonly writes: readonly StreamWrite[];
      readonly recorded: Extract<Outcome, { accepted: true }> | null;
      readonly warnings: readonly string[];
    }
  | { readonly refusal: AppointmentRefusal };

/** A decision to refuse. */
export function refuseAppointment(
  code: AppointmentRefusal['code'],
  message: string,
): { readonly refusal: AppointmentRefusal } {
  return { refusal: { code, message } };
}
